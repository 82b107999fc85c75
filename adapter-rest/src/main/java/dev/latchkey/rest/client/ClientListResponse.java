package dev.latchkey.rest.client;

import dev.latchkey.domain.client.RegisteredClient;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/// Every client, by their ids.
@Serdeable
record ClientListResponse(List<ClientResponse> items) {

  static ClientListResponse of(List<RegisteredClient> clients) {
    return new ClientListResponse(clients.stream().map(ClientResponse::of).toList());
  }
}
