package dev.latchkey.domain.port;

import dev.latchkey.domain.client.ClientEdit;
import dev.latchkey.domain.client.ClientId;
import dev.latchkey.domain.client.ClientSecretId;
import dev.latchkey.domain.client.RegisteredClient;
import dev.latchkey.domain.client.StoredSecret;
import dev.latchkey.domain.session.TokenDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Keeps clients, the digests of their secrets, and which of their tokens were revoked. Each method
/// is one transaction, and what it did is durable and seen by every node when it returns. Changes
/// of one client wait for each other; a loser sees the winner's work, it does not fail. What
/// changes nothing has no consequences. Every method may throw [Unavailable].
public interface ClientStore {

  /// What became of a new client.
  enum Creation {
    CREATED,
    /// Another client has this id, and was left as it is.
    ID_TAKEN
  }

  /// Keeps a new client with its first secret. Of any number that ask for one id at once, one gets
  /// it.
  Creation create(RegisteredClient client, StoredSecret first, Consequences consequences);

  /// The client of this id.
  Optional<RegisteredClient> find(ClientId id);

  /// Every client, by their ids.
  List<RegisteredClient> list();

  /// Changes what the edit names and nothing else, whoever edits the rest meanwhile.
  ///
  /// @return the client as it is then; empty where there is none
  Optional<RegisteredClient> edit(ClientId id, ClientEdit edit, Consequences consequences);

  /// Removes a client with its secrets.
  ///
  /// @return false where there is none
  boolean delete(ClientId id, Consequences consequences);

  /// The client's secrets, the oldest first; none where there is no such client.
  List<StoredSecret> secrets(ClientId id);

  /// What became of one more secret.
  enum Addition {
    ADDED,
    /// There is no such client.
    UNKNOWN,
    /// The client has as many as it may have.
    TOO_MANY
  }

  /// Adds a secret. However many are added at once, a client never has more than
  /// [StoredSecret#MOST].
  Addition addSecret(ClientId id, StoredSecret secret, Consequences consequences);

  /// Removes a secret, at once on every node.
  ///
  /// @return false where the client has no such secret
  boolean removeSecret(ClientId id, ClientSecretId secret, Consequences consequences);

  /// The active client that has this secret. Notes the use, but at most once an hour.
  Optional<RegisteredClient> authenticate(ClientId id, TokenDigest digest, Instant now);

  /// The active client of this id, unless this token of it was revoked. What every question about a
  /// client's token asks; one indexed read.
  Optional<RegisteredClient> findBearer(ClientId id, UUID jti);

  /// Revokes a token of a client. Doing it twice is no error.
  ///
  /// @param expiresAt until when it is to be remembered
  void revoke(ClientId id, UUID jti, Instant expiresAt, Consequences consequences);
}
