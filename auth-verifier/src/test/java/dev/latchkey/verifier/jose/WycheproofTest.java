package dev.latchkey.verifier.jose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.verifier.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The vectors of Project Wycheproof: no invalid signature is accepted, no valid one refused.
@Tag("C061")
class WycheproofTest {
  private final List<String> refused = new ArrayList<>();
  private final List<String> accepted = new ArrayList<>();

  @Test
  void es256() throws IOException {
    run("ecdsa_secp256r1_sha256_p1363_test.json", WycheproofTest::isAccepted);

    // Four may be accepted: signatures that are cut short.
    var missed = refused.stream().filter(test -> test.startsWith("valid")).toList();
    assertThat(accepted).hasSize(146 - missed.size()).allMatch(test -> test.startsWith("valid"));
    assertThat(refused).hasSize(73 + missed.size());
    assertThat(missed).allMatch(WycheproofTest::isMissedByOldJdks);
  }

  /// Java 17 refuses a signature whose point lies beyond the order: one in 2^128 does.
  private static boolean isMissedByOldJdks(String test) {
    return Runtime.version().feature() < 25 && test.endsWith(": 113 k*G has a large x-coordinate");
  }

  @Test
  void ed25519() throws IOException {
    run("eddsa_test.json", WycheproofTest::isAccepted);

    assertThat(accepted).hasSize(84).allMatch(test -> test.startsWith("valid"));
    assertThat(refused).hasSize(61).allMatch(test -> test.startsWith("invalid"));
  }

  @Test
  void rs256() throws IOException {
    run("rsa_signature_2048_sha256_test.json", WycheproofTest::isAccepted);

    // Three may be accepted: two of keys with the exponent 3, one of a form that old libraries
    // wrote.
    assertThat(accepted).hasSizeBetween(7, 10).noneMatch(test -> test.startsWith("invalid"));
    assertThat(refused).hasSizeBetween(230, 233).noneMatch(test -> test.startsWith("valid"));
  }

  /// The vectors have keys and tags that are too short for HS256; those are refused, valid or not.
  @Test
  void hs256() throws IOException {
    run("hmac_sha256_test.json", WycheproofTest::isAcceptedAsMac);

    assertThat(accepted).hasSize(30).allMatch(test -> test.startsWith("valid 256"));
    assertThat(refused).hasSize(144);
  }

  private void run(String file, BiPredicate<Map<?, ?>, Map<?, ?>> isAccepted) throws IOException {
    for (var group : list(read(file), "testGroups")) {
      for (var test : list(group, "tests")) {
        var what =
            "%s %s: %s %s"
                .formatted(
                    test.get("result"),
                    group.get("tagSize"),
                    test.get("tcId"),
                    test.get("comment"));
        (isAccepted.test(group, test) ? accepted : refused).add(what);
      }
    }
  }

  private static boolean isAccepted(Map<?, ?> group, Map<?, ?> test) {
    var set = Json.write(Map.of("keys", List.of(Objects.requireNonNull(group.get("jwk")))));
    var key = VerifyingKeys.of(JwkSet.read(Keys.utf8(set)).orElseThrow().keys()).find("none");
    return key.orElseThrow().verify(bytes(test, "msg"), bytes(test, "sig"));
  }

  private static boolean isAcceptedAsMac(Map<?, ?> group, Map<?, ?> test) {
    try {
      var key = VerifyingKey.of("none", new SecretKeySpec(bytes(test, "key"), "HmacSHA256"));
      return key.verify(bytes(test, "msg"), bytes(test, "tag"));
    } catch (IllegalArgumentException tooShort) {
      return false;
    }
  }

  private static byte[] bytes(Map<?, ?> test, String name) {
    return HexFormat.of().parseHex((String) Objects.requireNonNull(test.get(name)));
  }

  private static Map<String, Object> read(String file) throws IOException {
    try (var in = WycheproofTest.class.getResourceAsStream("/wycheproof/" + file)) {
      return Json.readObject(Objects.requireNonNull(in).readAllBytes(), 9).orElseThrow();
    }
  }

  private static List<Map<?, ?>> list(Map<?, ?> parent, String name) {
    var maps = new ArrayList<Map<?, ?>>();
    for (var element : (List<?>) Objects.requireNonNull(parent.get(name))) {
      maps.add((Map<?, ?>) element);
    }
    return maps;
  }
}
