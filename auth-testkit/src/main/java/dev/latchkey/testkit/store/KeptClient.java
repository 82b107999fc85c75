package dev.latchkey.testkit.store;

import dev.latchkey.domain.client.ClientSecretId;
import dev.latchkey.domain.client.RegisteredClient;
import dev.latchkey.domain.client.StoredSecret;
import java.util.List;
import java.util.stream.Stream;

/// A client as it is kept: with its secrets, the oldest first.
record KeptClient(RegisteredClient client, List<StoredSecret> secrets) {

  KeptClient {
    secrets = List.copyOf(secrets);
  }

  KeptClient with(RegisteredClient changed) {
    return new KeptClient(changed, secrets);
  }

  KeptClient with(StoredSecret secret) {
    return new KeptClient(client, Stream.concat(secrets.stream(), Stream.of(secret)).toList());
  }

  KeptClient without(ClientSecretId secret) {
    return new KeptClient(
        client, secrets.stream().filter(one -> !one.id().equals(secret)).toList());
  }

  KeptClient replacing(StoredSecret used) {
    return new KeptClient(
        client, secrets.stream().map(one -> one.id().equals(used.id()) ? used : one).toList());
  }
}
