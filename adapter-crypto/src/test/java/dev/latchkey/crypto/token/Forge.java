package dev.latchkey.crypto.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Makes tokens that say anything, with a signature by the right key: what an attacker could do at
/// the very worst. Members are given as raw JSON.
final class Forge {
  private final Map<String, String> header = new LinkedHashMap<>();
  private final Map<String, String> payload = new LinkedHashMap<>();

  /// Begins with a token that is believed.
  Forge() {
    this(rules().write(Fixtures.accessClaims()));
  }

  private Forge(Map<String, Object> claims) {
    var kid = Hs256Key.of(Fixtures.SECRET).id();
    header.put("alg", "\"HS256\"");
    header.put("kid", "\"" + kid + "\"");
    header.put("typ", "\"at+jwt\"");
    claims.forEach((name, value) ->
        payload.put(name, value instanceof String ? "\"" + value + "\"" : "" + value));
  }

  /// Begins with a client's token that is believed.
  static Forge ofClient() {
    return new Forge(rules().write(Fixtures.clientClaims()));
  }

  private static AccessTokenRules rules() {
    return new AccessTokenRules(
        Fixtures.ISSUER, Fixtures.AUDIENCE, Duration.ofMinutes(15), Fixtures.CLOCK);
  }

  Forge header(String name, String json) {
    header.put(name, json);
    return this;
  }

  Forge claim(String name, String json) {
    payload.put(name, json);
    return this;
  }

  Forge without(String name) {
    header.remove(name);
    payload.remove(name);
    return this;
  }

  String headerJson() {
    return json(header);
  }

  String payloadJson() {
    return json(payload);
  }

  String sign() {
    return sign(headerJson(), payloadJson());
  }

  static String sign(String header, String payload) {
    var input = encode(header) + "." + encode(payload);
    return input + "." + encode(mac(input));
  }

  static byte[] mac(String input) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Fixtures.SECRET_BYTES, "HmacSHA256"));
      return mac.doFinal(input.getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  static String encode(String text) {
    return encode(text.getBytes(StandardCharsets.UTF_8));
  }

  static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String json(Map<String, String> members) {
    var json = new StringBuilder("{");
    members.forEach((name, value) ->
        json.append(json.length() > 1 ? "," : "")
            .append('"')
            .append(name)
            .append("\":")
            .append(value));
    return json.append('}').toString();
  }
}
