package dev.latchkey.bootstrap.settings;

/// Text that must not be shown.
public record Secret(String reveal) {

  @Override
  public String toString() {
    return "Secret[***]";
  }
}
