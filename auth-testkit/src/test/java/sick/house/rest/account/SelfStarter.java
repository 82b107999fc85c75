package sick.house.rest.account;

import sick.house.bootstrap.Start;

record SelfStarter(Start start) {}
