package dev.latchkey.domain.mail;

/// What became of handing a letter over.
public sealed interface Delivery {

  /// Whoever took it answers for it now.
  record Accepted() implements Delivery {}

  /// It was not taken this time.
  ///
  /// @param reason in words of ours, such as `smtp 450`: never what the other side said
  record Deferred(String reason) implements Delivery {}

  /// It will never be taken.
  ///
  /// @param reason in words of ours, such as `smtp 550`: never what the other side said
  record Refused(String reason) implements Delivery {}
}
