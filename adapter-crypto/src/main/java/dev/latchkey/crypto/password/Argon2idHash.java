package dev.latchkey.crypto.password;

import java.util.Optional;
import java.util.regex.Pattern;

/// `$argon2id$v=19$m=…,t=…,p=…$salt$tag`, the PHC string of the reference implementation.
record Argon2idHash(Argon2Parameters parameters, SaltedTag salted, Argon2id function)
    implements StoredHash {
  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=([1-9]\\d{0,6}),t=([1-9]\\d?),p=([1-9])\\$([^$]{1,86})\\$([^$]{1,86})");

  static Optional<Argon2idHash> read(String text, Argon2id function) {
    var parts = FORM.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    var memoryKib = Integer.parseInt(parts.group(1));
    var iterations = Integer.parseInt(parts.group(2));
    var parallelism = Integer.parseInt(parts.group(3));
    if (!Argon2Parameters.areInBounds(memoryKib, iterations, parallelism)) {
      return Optional.empty();
    }
    var parameters = new Argon2Parameters(memoryKib, iterations, parallelism);
    return SaltedTag.decode(parts.group(4), parts.group(5))
        .map(salted -> new Argon2idHash(parameters, salted, function));
  }

  static Argon2idHash compute(
      byte[] password, byte[] salt, Argon2Parameters parameters, int length, Argon2id function) {
    var tag = function.tag(password, salt, parameters, length);
    return new Argon2idHash(parameters, new SaltedTag(salt, tag), function);
  }

  @Override
  public boolean matches(byte[] password) {
    return salted.hasTag(function.tag(password, salted.salt(), parameters, salted.tagLength()));
  }

  String phc() {
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            parameters.memoryKib(),
            parameters.iterations(),
            parameters.parallelism(),
            StrictBase64.encode(salted.salt()),
            StrictBase64.encode(salted.tag()));
  }
}
