package dev.latchkey.domain.user;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An e-mail address: kept as it was written, compared in one canonical form.
///
/// The grammar is narrower than RFC 5321 on purpose: an ASCII dot-atom of at most 64 characters, an
/// `@`, a domain of at least two labels, 254 characters in all. Comments, quotes, address literals
/// and display names are refused. The canonical form is lower case, with the domain as A-labels
/// (RFC 5890); parsing it again gives the same form. Equality is that of the canonical form.
public final class EmailAddress {
  private static final int MAX_LENGTH = 254;
  private static final int MAX_LOCAL_LENGTH = 64;
  private static final Pattern LOCAL =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++)*+");
  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)++(?![0-9]++$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

  private final String display;
  private final String canonical;

  private EmailAddress(String display, String canonical) {
    this.display = display;
    this.canonical = canonical;
  }

  /// Reads an address, ignoring spaces around it.
  ///
  /// @return empty where the text is no address of the grammar above
  public static Optional<EmailAddress> parse(String text) {
    if (text.length() > 4 * MAX_LENGTH) {
      return Optional.empty();
    }
    var stripped = text.strip();
    var at = stripped.lastIndexOf('@');
    // Matched before normalising, which turns a few foreign signs into ASCII (the Kelvin sign).
    if (at < 1 || at > MAX_LOCAL_LENGTH || !LOCAL.matcher(stripped.substring(0, at)).matches()) {
      return Optional.empty();
    }
    var local = stripped.substring(0, at).toLowerCase(Locale.ROOT);
    var display = Normalizer.normalize(stripped, Normalizer.Form.NFC);
    return asciiDomain(display.substring(at + 1))
        .map(domain -> local + "@" + domain)
        .filter(canonical -> canonical.length() <= MAX_LENGTH)
        .map(canonical -> new EmailAddress(display, canonical));
  }

  private static Optional<String> asciiDomain(String domain) {
    var lower = domain.toLowerCase(Locale.ROOT);
    try {
      var ascii = IDN.toASCII(lower, IDN.USE_STD3_ASCII_RULES);
      // A domain that IDNA maps onto another one (full width, sharp s) would let two spellings
      // share an account, or two people an address.
      var faithful = ascii.equals(lower) || IDN.toUnicode(ascii).equals(lower);
      return faithful && DOMAIN.matcher(ascii).matches() ? Optional.of(ascii) : Optional.empty();
    } catch (IllegalArgumentException notADomain) {
      return Optional.empty();
    }
  }

  /// The address as its owner wrote it: where mail goes.
  public String display() {
    return display;
  }

  /// The form that is compared, indexed and limited by. ASCII, lower case, at most 254 characters.
  public String canonical() {
    return canonical;
  }

  /// The part before the `@`, in canonical form.
  public String localPart() {
    return canonical.substring(0, canonical.lastIndexOf('@'));
  }

  /// The part after the `@`, in canonical form.
  public String domain() {
    return canonical.substring(canonical.lastIndexOf('@') + 1);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EmailAddress that && canonical.equals(that.canonical);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(canonical);
  }

  /// Masked, so that an address does not reach a log by accident.
  @Override
  public String toString() {
    return canonical.charAt(0) + "***" + canonical.substring(canonical.lastIndexOf('@'));
  }
}
