package dev.latchkey.crypto.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.crypto.token.JwtAccessTokens;
import dev.latchkey.crypto.token.SigningSecret;
import dev.latchkey.domain.key.KeyAlgorithm;
import dev.latchkey.domain.key.KeyRing;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.token.AccessClaims;
import dev.latchkey.domain.user.EmailAddress;
import dev.latchkey.domain.user.RoleName;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.testkit.time.SettableClock;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What somebody may try who has the public key, or a token, but no private key.
class ForgedSignatureTest {
  private static final BigInteger ORDER =
      new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

  private final SettableClock clock = new SettableClock();
  private final KeyRing ring;
  private final Map<String, String> published;
  private final JwtAccessTokens tokens;

  ForgedSignatureTest() {
    var encryption = new KeyEncryption(List.of(new byte[32]));
    var secret = new SigningSecret(new byte[32]);
    var maker = new SealedKeyMaker(encryption, secret);
    ring = KeyRing.of(maker.make(KeyAlgorithm.ES256, clock.instant()));
    var keys = new RingKeys(encryption, secret, () -> ring, clock);
    keys.use(ring);
    published = keys.list().get(0);
    tokens =
        new JwtAccessTokens(keys, "https://id.example", "latchkey", Duration.ofHours(1), clock);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HS256", "HS384", "HS512"})
  @Tag("C063")
  void believesNoTokenThatIsSignedWithThePublicKeyAsASecret(String algorithm) throws Exception {
    var parts = issue().split("\\.", -1);
    var header =
        new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8)
            .replace("ES256", algorithm);
    var input = encode(header.getBytes(StandardCharsets.UTF_8)) + "." + parts[1];

    for (var key : spellings()) {
      var mac = mac("HmacSHA" + algorithm.substring(2), key, input);
      assertThat(tokens.verify(input + "." + encode(mac))).isEmpty();
    }
  }

  /// The public key as PEM, DER, JWK and coordinate.
  private List<byte[]> spellings() {
    var der = Objects.requireNonNull(ring.keys().get(0).material()).publicKey();
    var pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
            + "\n-----END PUBLIC KEY-----\n";
    return List.of(
        pem.getBytes(StandardCharsets.US_ASCII),
        der,
        published.toString().getBytes(StandardCharsets.US_ASCII),
        Base64.getUrlDecoder().decode(published.get("x")));
  }

  @Test
  @Tag("C064")
  void believesNoSignatureOutsideItsForm() {
    var token = issue();
    var signature = signature(token);
    var r = Arrays.copyOf(signature, 32);
    var s = Arrays.copyOfRange(signature, 32, 64);
    var zero = new byte[32];
    var order = HexFormat.of().parseHex(ORDER.toString(16));

    Stream.of(
            joined(zero, zero),
            joined(zero, s),
            joined(r, zero),
            joined(r, order),
            joined(order, s),
            Arrays.copyOf(signature, 63),
            Arrays.copyOf(signature, 65),
            der(r, s))
        .forEach(forged -> assertThat(tokens.verify(with(token, forged))).isEmpty());
    assertThat(tokens.verify(with(token, signature))).isPresent();
  }

  /// The other of the two signatures that ECDSA has for one message names the same session, which
  /// is what a revocation goes by.
  @Test
  @Tag("C064")
  void takesTheTwinOfASignatureForTheSameToken() {
    var token = issue();
    var signature = signature(token);
    var s = new BigInteger(1, Arrays.copyOfRange(signature, 32, 64));
    var twin = HexFormat.of().parseHex("%064x".formatted(ORDER.subtract(s)));

    var verified = tokens.verify(with(token, joined(Arrays.copyOf(signature, 32), twin)));

    assertThat(verified).isEqualTo(tokens.verify(token));
  }

  private String issue() {
    var now = clock.instant();
    return tokens
        .issue(
            new AccessClaims(
                UUID.randomUUID(),
                new UserId(UUID.randomUUID()),
                new SessionId(UUID.randomUUID()),
                RoleName.USER,
                EmailAddress.parse("zoe@example.test").orElseThrow(),
                null,
                now,
                now,
                now.plusSeconds(900)))
        .reveal();
  }

  private static byte[] signature(String token) {
    return Base64.getUrlDecoder().decode(token.substring(token.lastIndexOf('.') + 1));
  }

  private static String with(String token, byte[] signature) {
    return token.substring(0, token.lastIndexOf('.') + 1) + encode(signature);
  }

  private static byte[] joined(byte[] one, byte[] other) {
    var joined = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, joined, one.length, other.length);
    return joined;
  }

  private static byte[] der(byte[] r, byte[] s) {
    var first = new BigInteger(1, r).toByteArray();
    var second = new BigInteger(1, s).toByteArray();
    var head = new byte[] {0x30, (byte) (4 + first.length + second.length), 2, (byte) first.length};
    return joined(joined(joined(head, first), new byte[] {2, (byte) second.length}), second);
  }

  private static byte[] mac(String name, byte[] key, String input) throws GeneralSecurityException {
    var mac = Mac.getInstance(name);
    mac.init(new SecretKeySpec(key, name));
    return mac.doFinal(input.getBytes(StandardCharsets.US_ASCII));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
