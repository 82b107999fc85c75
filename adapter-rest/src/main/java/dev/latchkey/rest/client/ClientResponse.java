package dev.latchkey.rest.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.application.client.ClientCreation;
import dev.latchkey.application.client.ShowClient;
import dev.latchkey.domain.client.RegisteredClient;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A client.
///
/// @param secrets where one client is shown
/// @param clientSecret where it has just been made: told this once
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record ClientResponse(
    String clientId,
    String name,
    List<String> scopes,
    boolean isActive,
    Instant createdAt,
    @Schema(description = "Where one client is shown") @Nullable List<ClientSecretResponse> secrets,
    @Schema(description = "Told once, when the client is made") @Nullable String clientSecret) {

  static ClientResponse of(RegisteredClient client) {
    return of(client, null, null);
  }

  static ClientResponse of(ClientCreation.Created created) {
    return of(created.client(), null, created.secret().reveal());
  }

  static ClientResponse of(ShowClient.Shown shown) {
    var secrets = shown.secrets().stream().map(ClientSecretResponse::of).toList();
    return of(shown.client(), secrets, null);
  }

  private static ClientResponse of(
      RegisteredClient client,
      @Nullable List<ClientSecretResponse> secrets,
      @Nullable String clientSecret) {
    return new ClientResponse(
        client.id().value(),
        client.name().value(),
        client.scopes().texts(),
        client.active(),
        client.createdAt(),
        secrets,
        clientSecret);
  }

  @Override
  public String toString() {
    return "ClientResponse[" + clientId + "]";
  }
}
