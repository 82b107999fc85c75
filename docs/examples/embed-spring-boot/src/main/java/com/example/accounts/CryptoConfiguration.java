package com.example.accounts;

import dev.latchkey.crypto.id.UuidV7Ids;
import dev.latchkey.crypto.password.Argon2Implementation;
import dev.latchkey.crypto.password.Argon2Parameters;
import dev.latchkey.crypto.password.Argon2idPasswordHasher;
import dev.latchkey.crypto.password.PooledPasswordHasher;
import dev.latchkey.crypto.token.HmacTicketSecrets;
import dev.latchkey.crypto.token.Hs256RefreshTokens;
import dev.latchkey.crypto.token.JwtAccessTokens;
import dev.latchkey.crypto.token.SigningSecret;
import dev.latchkey.crypto.token.TokenKeys;
import dev.latchkey.domain.port.AccessTokens;
import dev.latchkey.domain.port.Ids;
import dev.latchkey.domain.port.RefreshTokens;
import dev.latchkey.domain.port.SecretStore;
import dev.latchkey.domain.port.TicketSecrets;
import dev.latchkey.domain.session.SessionPolicy;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The ports that `adapter-crypto` has an adapter of.
@Configuration(proxyBeanMethods = false)
class CryptoConfiguration {
  private static final String ISSUER = "http://localhost:8081";
  private static final String AUDIENCE = "accounts";
  private static final int HASHES_AT_ONCE = 2;

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }

  @Bean
  Ids ids() {
    return new UuidV7Ids();
  }

  /// Made on the first start, and kept.
  @Bean
  SigningSecret signingSecret(SecretStore secrets) {
    return new SigningSecret(secrets.keep("signing", new SecureRandom().generateSeed(32)));
  }

  @Bean
  PooledPasswordHasher passwordHasher() {
    var argon2 =
        new Argon2idPasswordHasher(
            Argon2Parameters.RECOMMENDED, Argon2Implementation.best(), new SecureRandom());
    return new PooledPasswordHasher(argon2, HASHES_AT_ONCE);
  }

  @Bean
  AccessTokens accessTokens(SigningSecret secret, SessionPolicy sessions, InstantSource clock) {
    return new JwtAccessTokens(
        TokenKeys.of(secret), ISSUER, AUDIENCE, sessions.accessLifetime(), clock);
  }

  @Bean
  RefreshTokens refreshTokens(SigningSecret secret) {
    return new Hs256RefreshTokens(secret);
  }

  @Bean
  TicketSecrets ticketSecrets(SigningSecret secret) {
    return new HmacTicketSecrets(secret);
  }
}
