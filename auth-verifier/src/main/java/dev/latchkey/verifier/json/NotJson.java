package dev.latchkey.verifier.json;

/// A text is not what it should be. Quotes none of it.
final class NotJson extends Exception {
  private static final long serialVersionUID = 1;

  NotJson(String what) {
    super(what, null, false, false);
  }
}
