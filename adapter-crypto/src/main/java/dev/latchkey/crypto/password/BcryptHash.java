package dev.latchkey.crypto.password;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.BCrypt;

/// `$2b$12$` and 53 characters. `$2a$` and `$2y$` name the same function for passwords of at most
/// 72 bytes, and longer ones are never compared: bcrypt would see their first 72 bytes only.
record BcryptHash(int cost, SaltedTag salted) implements StoredHash {
  static final int MAX_PASSWORD_BYTES = 72;
  static final int MIN_COST = 4;
  static final int MAX_COST = 16;
  static final int SALT_LENGTH = 16;

  private static final int TAG_LENGTH = 23;
  private static final Pattern FORM =
      Pattern.compile("\\$2[aby]\\$(\\d\\d)\\$([./A-Za-z0-9]{22})([./A-Za-z0-9]{31})");
  private static final String OWN =
      "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final String STANDARD =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  static Optional<BcryptHash> read(String text) {
    var parts = FORM.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    var cost = Integer.parseInt(parts.group(1));
    return cost < MIN_COST || cost > MAX_COST
        ? Optional.empty()
        : Optional.of(
            new BcryptHash(cost, new SaltedTag(decode(parts.group(2)), decode(parts.group(3)))));
  }

  static BcryptHash compute(byte[] password, byte[] salt, int cost) {
    return new BcryptHash(cost, new SaltedTag(salt, tag(password, salt, cost)));
  }

  @Override
  public boolean takes(byte[] password) {
    return isWhole(password);
  }

  static boolean isWhole(byte[] password) {
    return password.length <= MAX_PASSWORD_BYTES;
  }

  @Override
  public boolean matches(byte[] password) {
    return salted.hasTag(tag(password, salted.salt(), cost));
  }

  String text() {
    return "$2b$%02d$%s%s".formatted(cost, encode(salted.salt()), encode(salted.tag()));
  }

  private static byte[] tag(byte[] password, byte[] salt, int cost) {
    return Arrays.copyOf(BCrypt.generate(password, salt, cost, true), TAG_LENGTH);
  }

  private static byte[] decode(String text) {
    return Base64.getDecoder().decode(translate(text, OWN, STANDARD));
  }

  private static String encode(byte[] bytes) {
    return translate(StrictBase64.encode(bytes), STANDARD, OWN);
  }

  private static String translate(String text, String from, String to) {
    var translated = new StringBuilder();
    text.chars().forEach(c -> translated.append(to.charAt(from.indexOf(c))));
    return translated.toString();
  }
}
