package dev.latchkey.domain;

/// One thing that is wrong with one field of a request, said to whoever can mend it.
///
/// @param field the field's name as the caller knows it, such as `email`
/// @param code what is wrong, for machines
/// @param detail what is wrong, for people; never quotes the refused value
public record Violation(String field, Code code, String detail) {

  /// What can be wrong with a field.
  public enum Code {
    REQUIRED,
    INVALID_TYPE,
    UNKNOWN_FIELD,
    CONFLICTING_FIELDS,
    INVALID_EMAIL,
    INVALID_USERNAME,
    INVALID_NAME,
    INVALID_IMAGE_URL,
    INVALID_VALUE,
    UNKNOWN_ROLE,
    PASSWORD_MALFORMED,
    PASSWORD_TOO_SHORT,
    PASSWORD_TOO_LONG,
    PASSWORD_TOO_COMMON,
    PASSWORD_PERSONAL,
    PASSWORD_COMPROMISED;

    /// The stable lower-case name that clients match on, such as `password_too_short`.
    public String wireName() {
      return WireName.of(this);
    }
  }
}
