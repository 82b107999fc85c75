package dev.latchkey.crypto.token;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Writes and reads the tokens of one type that one key signs. All algorithms share it, so that
/// each is checked the same way (RFC 8725 section 3).
record SignedClaims(String type, TokenKey key) {
  private static final Set<String> HEADER_NAMES = Set.of("alg", "kid", "typ");

  String write(Map<String, Object> claims) {
    var header = new LinkedHashMap<String, Object>();
    header.put("alg", key.algorithm());
    header.put("kid", key.id());
    header.put("typ", type);
    return CompactForm.write(Claims.write(header), Claims.write(claims), key);
  }

  /// The claims of a token whose form, header and signature are right. Nothing of the payload is
  /// looked at before its signature is checked, and nothing that the header says is ever fetched.
  Optional<Claims> read(String token) {
    return CompactForm.read(token)
        .filter(form -> form.readHeader().filter(this::isOurs).isPresent())
        .filter(form -> form.isSignedBy(key))
        .flatMap(CompactForm::readPayload);
  }

  /// Exactly three members: no place for `jwk`, `jku`, `x5u`, `x5c`, `crit`, `zip` or `b64`.
  private boolean isOurs(Claims header) {
    return header.names().equals(HEADER_NAMES)
        && header.text("alg").filter(key.algorithm()::equals).isPresent()
        && header.text("kid").filter(key.id()::equals).isPresent()
        && header.text("typ").filter(this::isType).isPresent();
  }

  /// A media type: compared without letter case, `application/` may be left out (RFC 7515 4.1.9).
  private boolean isType(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    return lower.equals(type) || lower.equals("application/" + type);
  }
}
