package dev.latchkey.verifier;

import dev.latchkey.verifier.jose.AccessRules;
import dev.latchkey.verifier.jose.JwsAlgorithm;
import dev.latchkey.verifier.jose.SignedClaims;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The settings of a [TokenVerifier].
public final class TokenVerifierBuilder {
  private static final String KEYS = "/.well-known/jwks.json";

  private final String issuer;
  private final String audience;
  private URI keys;
  private Set<JwsAlgorithm> algorithms =
      EnumSet.of(JwsAlgorithm.ES256, JwsAlgorithm.EDDSA, JwsAlgorithm.RS256);
  private String type = AccessRules.HEADER_TYPE;
  private Duration skew = Duration.ofSeconds(30);
  private Duration maxLifetime = Duration.ofHours(1);
  private Duration outage = Duration.ofHours(24);
  private Duration patience = Duration.ofSeconds(5);
  private Duration answersKept = Duration.ZERO;
  private @Nullable Client client;
  private InstantSource clock = InstantSource.system();
  private LongSupplier nanoTime = System::nanoTime;

  private record Client(URI uri, String id, String secret) {
    @Override
    public String toString() {
      return "Client[" + id + "]";
    }
  }

  TokenVerifierBuilder(String issuer, String audience) {
    if (audience.isEmpty()) {
      throw new IllegalArgumentException("an audience is required");
    }
    this.issuer = issuer;
    this.audience = audience;
    var base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    keys = URI.create(base + KEYS);
  }

  /// Where the keys are; else below the issuer at `/.well-known/jwks.json`.
  ///
  /// @throws IllegalArgumentException for a URL that is neither https nor on this machine
  public TokenVerifierBuilder keys(URI uri) {
    keys = Endpoint.of(uri);
    return this;
  }

  /// The algorithms that are believed; else ES256, EdDSA and RS256.
  ///
  /// @throws IllegalArgumentException for HS256, whose keys are never published, and for none
  public TokenVerifierBuilder algorithms(Set<JwsAlgorithm> allowed) {
    if (allowed.isEmpty() || allowed.contains(JwsAlgorithm.HS256)) {
      throw new IllegalArgumentException("only ES256, EdDSA and RS256 have public keys");
    }
    algorithms = EnumSet.copyOf(allowed);
    return this;
  }

  /// For an issuer that writes `JWT` in `typ`; else only `at+jwt` is believed.
  public TokenVerifierBuilder plainType() {
    type = AccessRules.PLAIN_HEADER_TYPE;
    return this;
  }

  /// How far the clocks of the issuer and this service may be apart; else 30 seconds, and 5 minutes
  /// at most.
  public TokenVerifierBuilder skew(Duration skew) {
    this.skew = within(skew, Duration.ZERO, Duration.ofMinutes(5));
    return this;
  }

  /// The longest time from `iat` to `exp` that is believed; else an hour.
  public TokenVerifierBuilder maxLifetime(Duration maxLifetime) {
    this.maxLifetime = within(maxLifetime, Duration.ofSeconds(1), Duration.ofDays(1));
    return this;
  }

  /// For how long the last keys are used while the issuer cannot be reached; else 24 hours.
  public TokenVerifierBuilder outage(Duration longest) {
    outage = within(longest, Duration.ZERO, Duration.ofDays(30));
    return this;
  }

  /// How long one request to the issuer may take, from connecting to the last byte; else 5 seconds.
  public TokenVerifierBuilder patience(Duration longest) {
    patience = within(longest, Duration.ofMillis(1), Duration.ofMinutes(1));
    return this;
  }

  /// Asks the issuer about each token that is right in itself (RFC 7662), so that revocations count
  /// at once. When the issuer cannot answer, no token is believed.
  ///
  /// @param uri such as `https://id.example.org/auth/introspect`
  /// @param client the id of this service there
  /// @throws IllegalArgumentException for a URL that is neither https nor on this machine
  public TokenVerifierBuilder introspection(URI uri, String client, String secret) {
    this.client = new Client(Endpoint.of(uri), client, secret);
    return this;
  }

  /// For how long an answer of the issuer about a token is believed again; else not at all. A
  /// revocation counts that much later.
  public TokenVerifierBuilder answersKept(Duration kept) {
    answersKept = within(kept, Duration.ZERO, Duration.ofMinutes(5));
    return this;
  }

  TokenVerifierBuilder time(InstantSource clock, LongSupplier nanoTime) {
    this.clock = clock;
    this.nanoTime = nanoTime;
    return this;
  }

  private static Duration within(Duration duration, Duration least, Duration most) {
    if (duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
      throw new IllegalArgumentException("not from " + least + " to " + most + ": " + duration);
    }
    return duration;
  }

  /// A verifier with these settings. Reads nothing from the network yet.
  ///
  /// @throws IllegalArgumentException for an issuer that is neither https nor on this machine,
  ///   unless [#keys] says where its keys are
  public TokenVerifier build() {
    var http = new Http(patience);
    var server = new KeyServer(http, Endpoint.of(keys), algorithms);
    return new TokenVerifier(
        new SignedClaims(type),
        new CachedKeys(server, outage, nanoTime),
        new AccessRules(issuer, audience, maxLifetime, skew, clock),
        revocations(http));
  }

  private Revocations revocations(Http http) {
    if (client == null) {
      return Revocations.NONE;
    }
    return Revocations.by(
        new Introspection(http, client.uri(), client.id(), client.secret()),
        new RecentAnswers(answersKept, nanoTime));
  }
}
