package dev.latchkey.domain.password;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/// A password as a person typed it, normalised to NFC (NIST SP 800-63B-4 section 3.1.1.2) and
/// otherwise untouched: no trimming, no letter case, no cutting. Its content leaves only by
/// [#reveal()]; comparing is the hasher's work, so there is no equality by content.
public final class RawPassword {
  /// The most code points that a password may have.
  public static final int MAX_CODE_POINTS = 256;

  /// The most bytes of UTF-8 that a password may have.
  public static final int MAX_BYTES = 1024;

  private final String content;

  public RawPassword(String typed) {
    // Normalising what will be refused for its length would be work for an attacker's benefit.
    content = typed.length() > MAX_BYTES ? typed : Normalizer.normalize(typed, Normalizer.Form.NFC);
  }

  /// The content. Only a hasher and the password rules have reason to ask.
  public String reveal() {
    return content;
  }

  /// The length that rules speak of: code points after NFC.
  public int length() {
    return content.codePointCount(0, content.length());
  }

  /// Whether it exceeds what is ever hashed. Such a password is refused before any costly work.
  public boolean isTooLong() {
    return content.length() > MAX_BYTES
        || length() > MAX_CODE_POINTS
        || content.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
  }

  /// Whether it holds a control character or half a surrogate pair, which no keyboard gives and
  /// which libraries hash differently.
  public boolean isMalformed() {
    return content
        .codePoints()
        .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
  }

  @Override
  public String toString() {
    return "RawPassword[***]";
  }
}
