package dev.latchkey.testkit.password;

import dev.latchkey.domain.password.PasswordHash;
import dev.latchkey.domain.port.HashFormats;
import java.util.Optional;

/// Reads the hashes that [QuickPasswordHasher] verifies, also behind `{quick}`.
public final class QuickHashFormats implements HashFormats {
  private static final String ID = "{quick}";

  @Override
  public Optional<PasswordHash> read(String foreign) {
    var text = foreign.startsWith(ID) ? foreign.substring(ID.length()) : foreign;
    return QuickPasswordHasher.isReadable(text)
        ? Optional.of(new PasswordHash(text))
        : Optional.empty();
  }
}
