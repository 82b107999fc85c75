package dev.latchkey.verifier.jose;

import dev.latchkey.verifier.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Writes and reads the tokens of one type. All algorithms share it, so that each is checked the
/// same way (RFC 8725 section 3).
///
/// @param type the media type in `typ`, without `application/`
public record SignedClaims(String type) {
  private static final Set<String> HEADER_NAMES = Set.of("alg", "kid", "typ");
  private static final int MAX_KEY_ID = 128;

  /// Signs claims, in their order, as a token whose header is `alg`, `kid` and `typ`.
  public String write(Map<String, Object> claims, SigningKey key) {
    var header = new LinkedHashMap<String, Object>();
    header.put("alg", key.algorithm().joseName());
    header.put("kid", key.id());
    header.put("typ", type);
    return CompactForm.write(Json.write(header), Json.write(claims), key);
  }

  /// The claims of a token whose form, header and signature are right.
  public Optional<Claims> read(String token, VerifyingKeys keys) {
    return examine(token, keys).claims();
  }

  /// Reads a token, or says what is wrong with it. The keys are asked only for a token of the right
  /// form and header. Nothing of the payload is looked at before its signature is checked, and
  /// nothing that the header says is ever fetched.
  public Reading examine(String token, VerifyingKeys keys) {
    var form = CompactForm.read(token);
    if (form.isEmpty()) {
      return Reading.of(Flaw.FORM);
    }
    var header = form.get().readHeader().filter(this::isOurs);
    if (header.isEmpty()) {
      return Reading.of(Flaw.HEADER);
    }
    var key = header.get().text("kid").flatMap(keys::find);
    if (key.isEmpty()) {
      return Reading.of(Flaw.UNKNOWN_KEY);
    }
    var isSigned = isFor(key.get(), header.get()) && form.get().isSignedBy(key.get());
    return isSigned
        ? form.get().readPayload().map(Reading::of).orElse(Reading.of(Flaw.PAYLOAD))
        : Reading.of(Flaw.SIGNATURE);
  }

  /// Exactly three members: no place for `jwk`, `jku`, `x5u`, `x5c`, `crit`, `zip` or `b64`.
  private boolean isOurs(Claims header) {
    return header.names().equals(HEADER_NAMES)
        && header.text("alg").flatMap(JwsAlgorithm::of).isPresent()
        && header.text("kid").filter(id -> id.length() <= MAX_KEY_ID).isPresent()
        && header.text("typ").filter(this::isType).isPresent();
  }

  private static boolean isFor(VerifyingKey key, Claims header) {
    return header.text("alg").filter(key.algorithm().joseName()::equals).isPresent();
  }

  /// A media type: compared without letter case, `application/` may be left out (RFC 7515 4.1.9).
  private boolean isType(String text) {
    return text.equalsIgnoreCase(type) || text.equalsIgnoreCase("application/" + type);
  }
}
