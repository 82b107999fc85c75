package sick.house.persistence.user;

import sick.house.crypto.password.Hasher;

record HashingStore(Hasher hasher) {}
