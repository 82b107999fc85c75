package dev.latchkey.verifier.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {
  private static final BigInteger ORDER =
      new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
  private static final byte[] INPUT = Keys.utf8("header.payload");

  private final SigningKey es256 = SigningKey.of("p256", Keys.P256);

  static List<SigningKey> keys() {
    return Keys.all();
  }

  @ParameterizedTest
  @MethodSource("keys")
  void verifiesWhatItSigned(SigningKey key) {
    var signature = key.sign(INPUT);

    assertThat(key.verify(INPUT, signature)).isTrue();
    assertThat(key.verify(Keys.utf8("header.payloae"), signature)).isFalse();
    assertThat(key.verify(new byte[0], signature)).isFalse();
  }

  @ParameterizedTest
  @Tag("C061")
  @MethodSource("keys")
  void refusesASignatureThatIsCutLengthenedOrChanged(SigningKey key) {
    var signature = key.sign(INPUT);

    for (var length = 0; length <= signature.length + 8; length++) {
      assertThat(key.verify(INPUT, Arrays.copyOf(signature, length)))
          .as("%d bytes", length)
          .isEqualTo(length == signature.length);
    }
    for (var i = 0; i < signature.length; i++) {
      var changed = signature.clone();
      changed[i] ^= 1;
      assertThat(key.verify(INPUT, changed)).as("byte %d", i).isFalse();
    }
  }

  @ParameterizedTest
  @Tag("C063")
  @MethodSource("keys")
  void refusesTheSignatureOfEveryOtherKey(SigningKey key) {
    Keys.all().stream()
        .filter(other -> other.algorithm() != key.algorithm())
        .forEach(other -> assertThat(key.verify(INPUT, other.sign(INPUT))).isFalse());
  }

  @ParameterizedTest
  @MethodSource("keys")
  void signsOnManyThreadsAtOnce(SigningKey key) throws Exception {
    var threads = Executors.newFixedThreadPool(4);
    var signings =
        IntStream.range(0, 64)
            .<Callable<Boolean>>mapToObj(i ->
                () -> {
                  var input = Keys.utf8("input " + i);
                  return key.verify(input, key.sign(input));
                })
            .toList();

    for (var verified : threads.invokeAll(signings)) {
      assertThat(verified.get()).isTrue();
    }
    threads.shutdown();
  }

  @Test
  @Tag("C064")
  void refusesNumbersOfEcdsaOutsideTheOrder() {
    var signature = es256.sign(INPUT);
    var r = Arrays.copyOf(signature, 32);
    var s = Arrays.copyOfRange(signature, 32, 64);
    var zero = new byte[32];
    var order = Unsigned.bytes(ORDER, 32);

    assertThat(es256.verify(INPUT, join(r, s))).isTrue();
    assertThat(es256.verify(INPUT, join(zero, zero))).isFalse();
    assertThat(es256.verify(INPUT, join(zero, s))).isFalse();
    assertThat(es256.verify(INPUT, join(r, zero))).isFalse();
    assertThat(es256.verify(INPUT, join(r, order))).isFalse();
    assertThat(es256.verify(INPUT, join(order, s))).isFalse();
    assertThat(es256.verify(INPUT, join(order, order))).isFalse();
    assertThat(es256.verify(INPUT, new byte[65])).isFalse();
  }

  @Test
  @Tag("C064")
  void refusesEcdsaInTheFormOfX509() throws Exception {
    var der = java.security.Signature.getInstance("SHA256withECDSA");
    der.initSign(Keys.P256.getPrivate());
    der.update(INPUT);

    assertThat(es256.verify(INPUT, der.sign())).isFalse();
  }

  /// The twin is a signature too; that is why no list of refused tokens goes by their text.
  @Test
  @Tag("C064")
  void acceptsTheHighTwinOfAnEcdsaSignature() {
    var signature = es256.sign(INPUT);
    var s = new BigInteger(1, Arrays.copyOfRange(signature, 32, 64));

    var twin = join(Arrays.copyOf(signature, 32), Unsigned.bytes(ORDER.subtract(s), 32));

    assertThat(es256.verify(INPUT, twin)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"secp384r1", "secp521r1"})
  void refusesOtherCurves(String curve) {
    assertRefused(Keys.ec(curve));
  }

  @Test
  void refusesOtherKindsOfKeys() {
    assertRefused(Keys.make("Ed448", NamedParameterSpec.ED448));
    assertRefused(Keys.make("X25519", NamedParameterSpec.X25519));
    assertRefused(Keys.rsa(1024));
  }

  @Test
  void refusesWeakSecrets() {
    var weak = new SecretKeySpec(new byte[31], "HmacSHA256");

    assertThatIllegalArgumentException().isThrownBy(() -> VerifyingKey.of("kid", weak));
    assertThat(VerifyingKey.of("kid", Keys.SECRET).algorithm()).isEqualTo(JwsAlgorithm.HS256);
  }

  @Test
  void refusesRsaKeysThatAreTooGreatOrEven() throws Exception {
    var two = BigInteger.TWO;
    var rsa = KeyFactory.getInstance("RSA");
    var f4 = BigInteger.valueOf(65_537);
    var great = new RSAPublicKeySpec(two.pow(8192).add(BigInteger.ONE), f4);
    var greatest = new RSAPublicKeySpec(two.pow(8192).subtract(BigInteger.ONE), f4);
    var even = new RSAPublicKeySpec(two.pow(2047), f4);

    assertThat(VerifyingKey.of("kid", rsa.generatePublic(greatest))).isNotNull();
    for (var spec : List.of(great, even)) {
      var key = rsa.generatePublic(spec);
      assertThatIllegalArgumentException().isThrownBy(() -> VerifyingKey.of("kid", key));
    }
  }

  @Test
  void refusesAnRsaKeyWithAnEvenExponent() throws Exception {
    var modulus = ((RSAPublicKey) Keys.RSA.getPublic()).getModulus();
    var spec = new RSAPublicKeySpec(modulus, BigInteger.valueOf(65_536));

    var key = KeyFactory.getInstance("RSA").generatePublic(spec);

    assertThatIllegalArgumentException().isThrownBy(() -> VerifyingKey.of("kid", key));
  }

  @Test
  void refusesHalvesThatDoNotBelongTogether() {
    var other = Keys.ec("secp256r1");

    assertRefusedForSigning(new KeyPair(Keys.P256.getPublic(), other.getPrivate()));
    assertRefusedForSigning(new KeyPair(Keys.P256.getPublic(), Keys.RSA.getPrivate()));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void showsItsNameAndNoMore(SigningKey key) {
    assertThat(key).hasToString(key.algorithm().joseName() + " " + key.id());
  }

  /// RFC 7515 appendix A.3.
  @Test
  void verifiesTheExampleOfRfc7515ForEs256() {
    var key =
        read(
            """
            {"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
             "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0","kid":"a"}
            """);

    assertVerifies(
        key,
        "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxl"
            + "LmNvbS9pc19yb290Ijp0cnVlfQ",
        "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q");
  }

  /// RFC 8037 appendix A.4.
  @Test
  void verifiesTheExampleOfRfc8037ForEd25519() {
    var key =
        read(
            """
            {"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo","kid":"a"}
            """);

    assertVerifies(
        key,
        "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc",
        "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg");
  }

  private static void assertVerifies(VerifyingKey key, String input, String signature) {
    assertThat(key.verify(Keys.utf8(input), Base64.getUrlDecoder().decode(signature))).isTrue();
  }

  private static VerifyingKey read(String jwk) {
    var keys = JwkSet.read(Keys.utf8("{\"keys\":[" + jwk + "]}")).orElseThrow().keys();
    return keys.values().iterator().next();
  }

  private static void assertRefused(KeyPair pair) {
    assertThatIllegalArgumentException().isThrownBy(() -> VerifyingKey.of("x", pair.getPublic()));
    assertRefusedForSigning(pair);
  }

  private static void assertRefusedForSigning(KeyPair pair) {
    assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.of("x", pair));
  }

  private static byte[] join(byte[] r, byte[] s) {
    var joined = Arrays.copyOf(r, r.length + s.length);
    System.arraycopy(s, 0, joined, r.length, s.length);
    return joined;
  }
}
