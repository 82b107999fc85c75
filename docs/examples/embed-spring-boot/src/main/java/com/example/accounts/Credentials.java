package com.example.accounts;

import dev.latchkey.domain.password.RawPassword;

/// What somebody types in, to register and to log in.
record Credentials(String email, String password) {

  RawPassword rawPassword() {
    return new RawPassword(password == null ? "" : password);
  }

  @Override
  public String toString() {
    return "Credentials[***]";
  }
}
