package dev.latchkey.crypto.password;

import dev.latchkey.domain.password.PasswordHash;
import dev.latchkey.domain.port.HashFormats;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Reads hashes of Argon2id, bcrypt, scrypt and PBKDF2: as PHC strings, as passlib and Django write
/// them, and behind the `{id}` of Spring Security. The bounds are those of the hashers in this
/// package, which verify whatever is read here.
public final class ForeignHashFormats implements HashFormats {
  private static final int MAX_LENGTH = 512;

  @Override
  public Optional<PasswordHash> read(String foreign) {
    if (foreign.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    return Stream.<UnaryOperator<String>>of(
            UnaryOperator.identity(),
            DjangoForm::toPhc,
            SpringForm::toPhc,
            ForeignHashFormats::withoutPadding)
        .map(form -> form.apply(foreign))
        .filter(text -> StoredHash.read(text, ForeignHashFormats::computeNothing).isPresent())
        .findFirst()
        .map(PasswordHash::new);
  }

  /// PHC strings have no padding, but much software leaves it where Base64 put it.
  private static String withoutPadding(String phc) {
    return phc.startsWith("$") ? phc.replaceAll("={1,2}(?=\\$|$)", "") : phc;
  }

  private static byte[] computeNothing(
      byte[] password, byte[] salt, Argon2Parameters parameters, int length) {
    throw new IllegalStateException("reading a hash computes none");
  }
}
