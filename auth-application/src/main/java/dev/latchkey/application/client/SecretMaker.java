package dev.latchkey.application.client;

import dev.latchkey.domain.client.ClientSecret;
import dev.latchkey.domain.client.ClientSecretId;
import dev.latchkey.domain.client.StoredSecret;
import dev.latchkey.domain.port.Ids;
import java.security.SecureRandom;
import java.time.Instant;

/// Makes a secret and what is kept of it.
record SecretMaker(SecureRandom random, Ids ids) {

  Made make(Instant now) {
    var secret = ClientSecret.make(random);
    var stored = new StoredSecret(new ClientSecretId(ids.next()), secret.digest(), now, null);
    return new Made(secret, stored);
  }

  record Made(ClientSecret secret, StoredSecret stored) {}
}
