package dev.latchkey.bootstrap.wiring;

import dev.latchkey.application.apikey.CheckApiKey;
import dev.latchkey.application.apikey.CreateApiKey;
import dev.latchkey.application.apikey.FindApiKeys;
import dev.latchkey.application.apikey.RevokeApiKey;
import dev.latchkey.domain.apikey.ApiKeyPolicy;
import dev.latchkey.domain.port.ApiKeyStore;
import dev.latchkey.domain.port.Ids;
import dev.latchkey.domain.port.UserStore;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;

@Factory
final class ApiKeyWiring {

  @Singleton
  CreateApiKey createApiKey(ApiKeyStore keys, Ids ids, InstantSource clock) {
    return new CreateApiKey(keys, ApiKeyPolicy.standard(), ids, new SecureRandom(), clock);
  }

  @Singleton
  CheckApiKey checkApiKey(ApiKeyStore keys, InstantSource clock) {
    return new CheckApiKey(keys, clock);
  }

  @Singleton
  FindApiKeys findApiKeys(UserStore users, ApiKeyStore keys, InstantSource clock) {
    return new FindApiKeys(users, keys, clock);
  }

  @Singleton
  RevokeApiKey revokeApiKey(ApiKeyStore keys, InstantSource clock) {
    return new RevokeApiKey(keys, clock);
  }
}
