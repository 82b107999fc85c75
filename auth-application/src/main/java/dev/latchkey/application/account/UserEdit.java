package dev.latchkey.application.account;

/// What an edit does to each field of a user. The first three are the user's own; the others are
/// for admins, unless they change nothing. A field that cannot be empty ignores being cleared.
public record UserEdit(
    Edit<String> username,
    Edit<String> name,
    Edit<String> imageUrl,
    Edit<String> email,
    Edit<String> role,
    Edit<Boolean> active,
    Edit<Boolean> verified) {

  /// An edit of what a user says of themselves.
  public static UserEdit ofProfile(
      Edit<String> username, Edit<String> name, Edit<String> imageUrl) {
    return new UserEdit(
        username, name, imageUrl, Edit.keep(), Edit.keep(), Edit.keep(), Edit.keep());
  }

  /// An edit of the role alone.
  public static UserEdit ofRole(String role) {
    return new UserEdit(
        Edit.keep(),
        Edit.keep(),
        Edit.keep(),
        Edit.keep(),
        Edit.to(role),
        Edit.keep(),
        Edit.keep());
  }
}
