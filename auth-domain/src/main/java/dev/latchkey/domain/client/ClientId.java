package dev.latchkey.domain.client;

import java.util.Optional;
import java.util.regex.Pattern;

/// The name that an admin gives to a client, in logs, tokens and settings: a lower-case letter,
/// then 1 to 47 of `[a-z0-9-]`. Never of the form of a UUID, for `sub` carries the ids of users
/// too. Not a secret.
public record ClientId(String value) implements Comparable<ClientId> {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,47}");
  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  /// The `client_id` in tokens of people who log in here. No client can have it.
  public static final ClientId OWN = new ClientId("latchkey");

  public ClientId {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException("not a client id");
    }
  }

  /// Reads an id, exactly as it is written.
  ///
  /// @return empty where the text is no id that a client can have
  public static Optional<ClientId> parse(String text) {
    return Optional.of(text)
        .filter(ClientId::isWellFormed)
        .map(ClientId::new)
        .filter(id -> !id.equals(OWN));
  }

  private static boolean isWellFormed(String text) {
    return FORM.matcher(text).matches() && !UUID.matcher(text).matches();
  }

  @Override
  public int compareTo(ClientId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
