package dev.latchkey.bootstrap.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.JWTProcessor;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/// What other services on the JVM check tokens with gets along with ours.
@Timeout(300)
class JavaClientsTest {
  private static final String AUDIENCE = "latchkey";
  private static final int PATIENCE_MILLIS = 20_000;
  private static final int ROOMY = 100_000;

  @TempDir private static Path home;
  private static Deployment deployment;

  @BeforeAll
  static void start() {
    deployment = Deployment.start(home);
  }

  @AfterAll
  static void stop() {
    deployment.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ES256", "RS256"})
  void goThroughARotation(String algorithm) throws Exception {
    var old = deployment.change(algorithm);
    var nimbus = nimbus(algorithm);
    var spring = spring();
    nimbus.process(old, null);
    assertThat(spring.decode(old).getClaimAsString("email")).isEqualTo(Deployment.LOGIN);

    var fresh = deployment.rotate();

    assertThat(nimbus.process(fresh, null).getSubject()).isNotEmpty();
    nimbus.process(old, null);
    spring.decode(fresh);
    spring.decode(old);
    deployment.takeOutKeyOf(fresh);
    var restarted = spring();
    assertThatThrownBy(() -> nimbus(algorithm).process(fresh, null))
        .isInstanceOf(BadJOSEException.class);
    assertThatThrownBy(() -> restarted.decode(fresh)).isInstanceOf(BadJwtException.class);
    nimbus(algorithm).process(old, null);
    restarted.decode(old);
  }

  @Test
  void nimbusChecksEd25519() throws Exception {
    var token = SignedJWT.parse(deployment.change("EdDSA"));

    var key = JWKSet.load(list()).getKeyByKeyId(token.getHeader().getKeyID());

    assertThat(key.computeThumbprint()).hasToString(key.getKeyID());
    assertThat(token.verify(new Ed25519Verifier(key.toOctetKeyPair()))).isTrue();
  }

  private static JWTProcessor<SecurityContext> nimbus(String algorithm) throws Exception {
    var retriever = new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, ROOMY);
    var keys = JWKSourceBuilder.<SecurityContext>create(list(), retriever).build();
    var expected =
        new JWTClaimsSet.Builder()
            .issuer(deployment.issuer())
            .claim("type", "access")
            .claim("client_id", "latchkey")
            .build();
    var processor = new DefaultJWTProcessor<SecurityContext>();
    processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt")));
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(JWSAlgorithm.parse(algorithm), keys));
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(AUDIENCE, expected, Set.of("sub", "sid", "jti", "exp")));
    return processor;
  }

  private static URL list() throws Exception {
    return URI.create(deployment.issuer() + "/.well-known/jwks.json").toURL();
  }

  private static JwtDecoder spring() {
    var decoder = NimbusJwtDecoder.withIssuerLocation(deployment.issuer()).build();
    decoder.setJwtValidator(
        JwtValidators.createAtJwtValidator()
            .issuer(deployment.issuer())
            .audience(AUDIENCE)
            .clientId("latchkey")
            .build());
    return decoder;
  }
}
