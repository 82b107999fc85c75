package dev.latchkey.bootstrap.wiring;

import dev.latchkey.application.client.AddClientSecret;
import dev.latchkey.application.client.AuthenticateClient;
import dev.latchkey.application.client.CreateClient;
import dev.latchkey.application.client.DeleteClient;
import dev.latchkey.application.client.EditClient;
import dev.latchkey.application.client.FindClients;
import dev.latchkey.application.client.GrantClientToken;
import dev.latchkey.application.client.ProvisionClient;
import dev.latchkey.application.client.RemoveClientSecret;
import dev.latchkey.application.client.ShowClient;
import dev.latchkey.domain.limit.LimitPolicy;
import dev.latchkey.domain.port.AccessTokens;
import dev.latchkey.domain.port.AuditLog;
import dev.latchkey.domain.port.ClientStore;
import dev.latchkey.domain.port.Ids;
import dev.latchkey.domain.session.SessionPolicy;
import dev.latchkey.rest.limit.NodeLimits;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;

@Factory
final class ClientWiring {
  private final SecureRandom random = new SecureRandom();

  @Singleton
  CreateClient createClient(ClientStore clients, Ids ids, InstantSource clock) {
    return new CreateClient(clients, ids, random, clock);
  }

  @Singleton
  ProvisionClient provisionClient(ClientStore clients, Ids ids, InstantSource clock) {
    return new ProvisionClient(clients, ids, random, clock);
  }

  @Singleton
  FindClients findClients(ClientStore clients) {
    return new FindClients(clients);
  }

  @Singleton
  ShowClient showClient(ClientStore clients) {
    return new ShowClient(clients);
  }

  @Singleton
  EditClient editClient(ClientStore clients, InstantSource clock) {
    return new EditClient(clients, clock);
  }

  @Singleton
  DeleteClient deleteClient(ClientStore clients, InstantSource clock) {
    return new DeleteClient(clients, clock);
  }

  @Singleton
  AddClientSecret addClientSecret(ClientStore clients, Ids ids, InstantSource clock) {
    return new AddClientSecret(clients, ids, random, clock);
  }

  @Singleton
  RemoveClientSecret removeClientSecret(ClientStore clients, InstantSource clock) {
    return new RemoveClientSecret(clients, clock);
  }

  @Singleton
  AuthenticateClient authenticateClient(
      ClientStore clients,
      AuditLog audit,
      NodeLimits limits,
      LimitPolicy policy,
      InstantSource clock) {
    return new AuthenticateClient(clients, audit, limits, policy, clock);
  }

  @Singleton
  GrantClientToken grantClientToken(
      AccessTokens accessTokens, Ids ids, SessionPolicy policy, InstantSource clock) {
    return new GrantClientToken(accessTokens, ids, policy.accessLifetime(), clock);
  }
}
