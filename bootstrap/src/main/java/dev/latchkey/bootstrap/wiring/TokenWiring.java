package dev.latchkey.bootstrap.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.application.apikey.CheckApiKey;
import dev.latchkey.application.token.IntrospectToken;
import dev.latchkey.application.token.RevokeToken;
import dev.latchkey.bootstrap.settings.Settings;
import dev.latchkey.crypto.id.UuidV7Ids;
import dev.latchkey.crypto.key.RingKeys;
import dev.latchkey.crypto.token.HmacTicketSecrets;
import dev.latchkey.crypto.token.Hs256RefreshTokens;
import dev.latchkey.crypto.token.JwtAccessTokens;
import dev.latchkey.crypto.token.SigningSecret;
import dev.latchkey.domain.port.AccessTokens;
import dev.latchkey.domain.port.ApiKeyStore;
import dev.latchkey.domain.port.ClientStore;
import dev.latchkey.domain.port.Ids;
import dev.latchkey.domain.port.RefreshTokens;
import dev.latchkey.domain.port.SecretStore;
import dev.latchkey.domain.port.SessionStore;
import dev.latchkey.domain.port.TicketSecrets;
import dev.latchkey.domain.token.TokenIssuer;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;

@Factory
final class TokenWiring {
  private static final String STORED_SECRET = "jwt-secret";

  /// First among its like: Micronaut has one of its own.
  @Singleton
  @Primary
  InstantSource clock() {
    return InstantSource.system();
  }

  @Singleton
  Ids ids() {
    return new UuidV7Ids();
  }

  /// The secret of the settings, or the one that the first node ever to start made.
  @Singleton
  SigningSecret signingSecret(Settings settings, SecretStore secrets) {
    var given = settings.tokens().secret();
    if (given != null) {
      return new SigningSecret(padded(given.reveal().getBytes(UTF_8)));
    }
    var candidate = new byte[SigningSecret.MIN_BYTES];
    new SecureRandom().nextBytes(candidate);
    return new SigningSecret(secrets.keep(STORED_SECRET, candidate));
  }

  /// A short secret, which only a development environment may have, as HMAC itself would fill it up
  /// (RFC 2104 section 2): other services verify with the secret as it was set.
  private static byte[] padded(byte[] secret) {
    return Arrays.copyOf(secret, Math.max(secret.length, SigningSecret.MIN_BYTES));
  }

  @Singleton
  AccessTokens accessTokens(RingKeys keys, Settings settings, InstantSource clock) {
    var tokens = settings.tokens();
    return new JwtAccessTokens(
        tokens.type(),
        keys,
        tokens.issuer(),
        tokens.audience(),
        settings.sessions().accessLifetime(),
        clock);
  }

  @Singleton
  TicketSecrets ticketSecrets(SigningSecret secret) {
    return new HmacTicketSecrets(secret);
  }

  @Singleton
  RefreshTokens refreshTokens(SigningSecret secret) {
    return new Hs256RefreshTokens(secret);
  }

  @Singleton
  TokenIssuer tokenIssuer(Settings settings) {
    return new TokenIssuer(settings.tokens().issuer(), settings.tokens().audience());
  }

  @Singleton
  IntrospectToken introspectToken(
      SessionStore sessions,
      ClientStore clients,
      CheckApiKey checkApiKey,
      AccessTokens accessTokens,
      RefreshTokens refreshTokens,
      InstantSource clock) {
    return new IntrospectToken(sessions, clients, checkApiKey, accessTokens, refreshTokens, clock);
  }

  @Singleton
  RevokeToken revokeToken(
      SessionStore sessions,
      ClientStore clients,
      ApiKeyStore apiKeys,
      AccessTokens accessTokens,
      RefreshTokens refreshTokens,
      InstantSource clock) {
    return new RevokeToken(sessions, clients, apiKeys, accessTokens, refreshTokens, clock);
  }
}
