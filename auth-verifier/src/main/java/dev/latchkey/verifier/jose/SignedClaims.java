package dev.latchkey.verifier.jose;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Writes and reads the tokens of one type. All algorithms share it, so that each is checked the
/// same way (RFC 8725 section 3).
///
/// @param type the media type in `typ`, in lower case and without `application/`
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

  /// The claims of a token whose form, header and signature are right. The keys are asked only for
  /// a token of the right form and header. Nothing of the payload is looked at before its signature
  /// is checked, and nothing that the header says is ever fetched.
  public Optional<Claims> read(String token, VerifyingKeys keys) {
    return CompactForm.read(token)
        .filter(form ->
            form.readHeader()
                .flatMap(header -> key(header, keys))
                .filter(form::isSignedBy)
                .isPresent())
        .flatMap(CompactForm::readPayload);
  }

  /// Exactly three members: no place for `jwk`, `jku`, `x5u`, `x5c`, `crit`, `zip` or `b64`.
  private Optional<VerifyingKey> key(Claims header, VerifyingKeys keys) {
    var algorithm = header.text("alg").flatMap(JwsAlgorithm::of);
    var id = header.text("kid").filter(text -> text.length() <= MAX_KEY_ID);
    if (!header.names().equals(HEADER_NAMES)
        || algorithm.isEmpty()
        || header.text("typ").filter(this::isType).isEmpty()) {
      return Optional.empty();
    }
    return id.flatMap(keys::find).filter(key -> key.algorithm() == algorithm.get());
  }

  /// A media type: compared without letter case, `application/` may be left out (RFC 7515 4.1.9).
  private boolean isType(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    return lower.equals(type) || lower.equals("application/" + type);
  }
}
