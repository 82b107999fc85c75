package sick.house.domain.user;

import java.sql.Connection;

record SqlUser(Connection connection) {}
