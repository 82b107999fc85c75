package sick.house.domain.user;

import sick.house.domain.port.UserStore;

record SavingUser(UserStore store) {}
