package dev.latchkey.bootstrap.settings;

/// How to reach a PostgreSQL.
///
/// @param url a `jdbc:postgresql:` URL without user and password
public record DatabaseAccess(String url, String user, Secret password) {

  /// Without the URL, whose parameters may hold secrets.
  @Override
  public String toString() {
    return "DatabaseAccess[user=" + user + "]";
  }
}
