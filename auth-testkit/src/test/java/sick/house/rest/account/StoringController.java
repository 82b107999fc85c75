package sick.house.rest.account;

import sick.house.persistence.user.PublicStore;

record StoringController(PublicStore store) {}
