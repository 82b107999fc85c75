package dev.latchkey.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.verifier.jose.Flaw;
import dev.latchkey.verifier.jose.Keys;
import dev.latchkey.verifier.jose.PublicJwk;
import dev.latchkey.verifier.jose.SigningKey;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntrospectionTest {
  private static final String ACTIVE = "{\"active\":true,\"sub\":\"x\",\"exp\":1,\"aud\":[\"a\"]}";

  private final Issuer issuer = new Issuer();
  private final TestTime time = new TestTime();
  private final String token =
      issuer.issue(SigningKey.of(PublicJwk.of(Keys.P256.getPublic()).id(), Keys.P256));

  @AfterEach
  void close() {
    issuer.close();
  }

  @Test
  void asksTheIssuerAboutEachTokenAsAClient() throws Exception {
    issuer.answerForIntrospection(200, ACTIVE);
    var verifier = verifier(Duration.ZERO);

    verifier.verify(token);
    verifier.verify(token);

    var question = "POST /introspect token=" + token + "&token_type_hint=access_token";
    assertThat(issuer.asked).containsExactly("GET /.well-known/jwks.json", question, question);
    var credentials = "orders%3Aapi:a+secret%2F%26".getBytes(StandardCharsets.US_ASCII);
    assertThat(issuer.authorizations)
        .containsOnly("Basic " + Base64.getEncoder().encodeToString(credentials));
  }

  @Test
  void refusesATokenThatIsRevokedAtOnce() throws Exception {
    issuer.answerForIntrospection(200, ACTIVE);
    var verifier = verifier(Duration.ZERO);
    verifier.verify(token);

    issuer.answerForIntrospection(200, "{\"active\":false}");

    assertInactive(verifier);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "200;''",
        "200;{}",
        "200;[]",
        "200;{\"active\":\"true\"}",
        "200;{\"active\":1}",
        "200;{\"active\":null}",
        "200;{\"active\":true,\"active\":false}",
        "200;<html>",
        "400;{\"active\":true}",
        "401;{\"error\":\"invalid_client\"}",
        "403;''",
        "404;''",
        "429;''",
        "500;{\"active\":false}",
        "503;''"
      })
  void believesNothingWhenTheIssuerGivesNoClearAnswer(int status, String body) {
    issuer.answerForIntrospection(status, body);

    assertThatExceptionOfType(IntrospectionUnavailableException.class)
        .isThrownBy(() -> verifier(Duration.ofMinutes(1)).verify(token))
        .isInstanceOf(UnavailableException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "a.b.c"})
  void asksNobodyAboutATokenThatIsWrongInItself(String wrong) {
    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> verifier(Duration.ZERO).verify(wrong));
    assertThat(issuer.asked).isEmpty();
  }

  @Test
  void asksNobodyAboutATokenWhoseTimeIsOver() {
    time.pass(Duration.ofHours(1));

    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> verifier(Duration.ZERO).verify(token))
        .matches(e -> e.flaw() == Flaw.EXPIRED);
    assertThat(issuer.asked).containsExactly("GET /.well-known/jwks.json");
  }

  @Test
  void keepsAnswersForAsLongAsItMay() throws Exception {
    issuer.answerForIntrospection(200, ACTIVE);
    var verifier = verifier(Duration.ofSeconds(10));
    verifier.verify(token);
    issuer.answerForIntrospection(200, "{\"active\":false}");

    time.pass(Duration.ofSeconds(9));
    verifier.verify(token);
    time.pass(Duration.ofSeconds(1));
    assertInactive(verifier);

    issuer.answerForIntrospection(200, ACTIVE);
    assertInactive(verifier);
    assertThat(issuer.asked).hasSize(3);
  }

  @Test
  void keepsABoundedNumberOfAnswers() {
    var answers = new RecentAnswers(Duration.ofMinutes(1), time);

    for (var i = 0; i <= 10_000; i++) {
      answers.put("token " + i, true);
    }

    assertThat(answers.find("token 0")).isEmpty();
    assertThat(answers.find("token 1")).contains(true);
    assertThat(answers.find("token 10000")).contains(true);
  }

  @Test
  void showsNeitherSecretNorTokenWhenItFails() {
    issuer.answerForIntrospection(401, "{}");

    assertThatExceptionOfType(IntrospectionUnavailableException.class)
        .isThrownBy(() -> verifier(Duration.ZERO).verify(token))
        .satisfies(e -> assertThat(trace(e)).contains("401").doesNotContain("a secret", token));
  }

  private static String trace(Throwable failure) {
    var text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  private TokenVerifier verifier(Duration kept) {
    return issuer
        .verifier()
        .introspection(issuer.introspection(), "orders:api", "a secret/&")
        .answersKept(kept)
        .time(time, time)
        .build();
  }

  private void assertInactive(TokenVerifier verifier) {
    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> verifier.verify(token))
        .matches(e -> e.flaw() == Flaw.INACTIVE);
  }
}
