package sick.house.domain.user;

import java.util.logging.Logger;

record LoggingUser(Logger log) {}
