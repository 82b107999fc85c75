package dev.latchkey.bootstrap.settings;

/// Whether something is there.
enum Switch {
  ON("on"),
  OFF("off");

  private final String spelling;

  Switch(String spelling) {
    this.spelling = spelling;
  }

  @Override
  public String toString() {
    return spelling;
  }
}
