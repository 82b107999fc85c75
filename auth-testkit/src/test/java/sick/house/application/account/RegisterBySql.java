package sick.house.application.account;

import java.sql.Connection;

public final class RegisterBySql {
  public void register(Connection connection) {}
}
