package dev.latchkey.crypto.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.password.Verification;
import dev.latchkey.domain.port.HashFormats;
import dev.latchkey.domain.port.PasswordHasher;
import dev.latchkey.testkit.password.HashFormatsContract;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignHashFormatsTest implements HashFormatsContract {
  private static final Argon2Implementation ARGON2 = Argon2Implementation.best();

  private final PasswordHasher hasher =
      new Argon2idPasswordHasher(new Argon2Parameters(64, 1, 1), ARGON2, new SecureRandom());

  @Override
  public HashFormats formats() {
    return new ForeignHashFormats();
  }

  @Override
  public PasswordHasher hasher() {
    return hasher;
  }

  @Override
  public List<String> foreign() {
    var parameters = new Argon2Parameters(64, 1, 8);
    var argon2 =
        new Argon2idPasswordHasher(parameters, ARGON2, new SecureRandom()).hash(PASSWORD).reveal();
    var bcrypt =
        new BcryptPasswordHasher(4, parameters, ARGON2, new SecureRandom()).hash(PASSWORD).reveal();
    return List.of(
        argon2,
        bcrypt,
        "{argon2@SpringSecurity_v5_8}" + argon2,
        "{bcrypt}" + bcrypt.replace("$2b$", "$2a$"),
        "{scrypt}$a0801$AAECAwQFBgcICQoLDA0ODw==$mp90zEQd5XGhjEv4WArVH4Z0XRSzkGWtJK2S/AXJlRU=",
        "{pbkdf2@SpringSecurity_v5_8}000102030405060708090a0b0c0d0e0f"
            + "7b8ad24392905caa0cc9ebb5b45a445371cca3ab69958986ede276f3458f73fa",
        "argon2" + argon2,
        "bcrypt$" + bcrypt,
        "scrypt$1024$lUZkXpqR3fT8aBcD12345h$8$5$OlzryLf20XCfhdlRiu2loBxxc/MXThwicW1ZStZFEIhVfRaM"
            + "+6AVa5rCE25CjsV5RLgettfgKgmbbTfAZbU5sQ==",
        "pbkdf2_sha256$1000$lUZkXpqR3fT8aBcD12345h$7iiAUCwpRHecGNLH2SGZI/TSR6VoZhMwH8eY8EKaWHU=",
        "$pbkdf2-sha512$i=1000$AAECAwQFBgcICQoLDA0ODw==$A6AmFIti7CKlYdoPiV9jf1d9llp37o27Wms8Zx8fwM"
            + "JGCOigJzAthOW3Pg+XF5PnNiYnsQsIz1N5NtynrEm78w==");
  }

  /// Published by those who define the format.
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        // passlib's documentation, as a FastAPI table holds it.
        "password $2b$12$GhvMmNVjRW29ulnudl.LbuAnUtN/LRfe1JsBm1Xu6LE3059z5Tr8m",
        // Django's tests of its hashers.
        "lètmein pbkdf2_sha256$720000$seasalt2$e8hbsPnTo9qWhT3xYfKWoRth0h0J3360yb/tipPhPtY=",
        // OpenBSD's bcrypt behind Spring Security's id.
        "abc {bcrypt}$2a$06$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i",
        // The reference implementation of Argon2, as Django wraps it.
        "password argon2$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"
      })
  void readsPublishedVectors(String password, String stored) {
    var hash = formats().read(stored).orElseThrow();

    assertThat(hasher.verify(new RawPassword(password), hash)).matches(Verification::matches);
  }

  @Tag("C060")
  @ParameterizedTest
  @ValueSource(
      strings = {
        // More work than a log-in may cost.
        "{bcrypt}$2a$17$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i",
        "argon2$argon2id$v=19$m=999999,t=2,p=8$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
        "scrypt$1048576$lUZkXpqR3fT8aBcD12345h$8$5$OlzryLf20XCfhdlRiu2loBxxc/MXThwicW1ZStZFEIhVfRaM+6AVa5rCE25CjsV5RLgettfgKgmbbTfAZbU5sQ==",
        "{scrypt}$180801$AAECAwQFBgcICQoLDA0ODw==$mp90zEQd5XGhjEv4WArVH4Z0XRSzkGWtJK2S/AXJlRU=",
        "pbkdf2_sha256$99999999$lUZkXpqR3fT8aBcD$3ICjnRCxhO/wkmpx4GvuPvytLRmwWxt/eNfOyF716Y8=",
        // Not a power of two.
        "scrypt$1000$lUZkXpqR3fT8aBcD12345h$8$5$OlzryLf20XCfhdlRiu2loBxxc/MXThwicW1ZStZFEIhVfRaM+6AVa5rCE25CjsV5RLgettfgKgmbbTfAZbU5sQ==",
        "scrypt$0$lUZkXpqR3fT8aBcD12345h$8$5$OlzryLf20XCfhdlRiu2loBxxc/MXThwicW1ZStZFEIhVfRaM",
        // Kinds that are not verified: no salt, SHA-1, Argon2i, a digest before bcrypt.
        "{SHA-256}5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8",
        "{pbkdf2}00010203040506077b8ad24392905caa0cc9ebb5b45a445371cca3ab69958986ede276f3458f73fa",
        "pbkdf2_sha1$1000$lUZkXpqR3fT8aBcD$3ICjnRCxhO/wkmpx4GvuPvytLRk=",
        "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
        "bcrypt_sha256$$2b$06$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i",
        // What is not quite a form.
        "{pbkdf2@SpringSecurity_v5_8}0001",
        "{scrypt}$zz801$AAECAwQFBgcICQoLDA0ODw==$mp90zEQd5XGhjEv4WArVH4Z0XRSzkGWtJK2S/AXJlRU=",
        "{bcrypt} $2a$06$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i",
        "$2b$06$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i\n",
        "!ZnVuZGF0aW9uLW9mLWRqYW5nbw"
      })
  void readsNothingThatCouldNotBeVerified(String stored) {
    assertThat(formats().read(stored)).isEmpty();
  }

  @Test
  void storesAHashWithoutTheWrappingOfItsMaker() {
    var bcrypt = "$2a$06$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i";

    for (var wrapped : List.of(bcrypt, "{bcrypt}" + bcrypt, "bcrypt$" + bcrypt)) {
      assertThat(formats().read(wrapped).orElseThrow().reveal()).isEqualTo(bcrypt);
    }
  }
}
