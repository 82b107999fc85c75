package dev.latchkey.application.client;

import dev.latchkey.domain.client.RegisteredClient;
import dev.latchkey.domain.client.Scopes;
import dev.latchkey.domain.port.AccessTokens;
import dev.latchkey.domain.port.Ids;
import dev.latchkey.domain.token.AccessToken;
import dev.latchkey.domain.token.ClientClaims;
import java.time.Duration;
import java.time.InstantSource;

/// Gives a client an access token for itself (RFC 6749 section 4.4).
public final class GrantClientToken {
  private final AccessTokens accessTokens;
  private final Ids ids;
  private final Duration lifetime;
  private final InstantSource clock;

  /// @param lifetime how long such a token is good for
  public GrantClientToken(
      AccessTokens accessTokens, Ids ids, Duration lifetime, InstantSource clock) {
    this.accessTokens = accessTokens;
    this.ids = ids;
    this.lifetime = lifetime;
    this.clock = clock;
  }

  /// What became of it.
  public sealed interface Outcome {}

  /// A token of these scopes. There is no refresh token: the client can ask again.
  public record Granted(AccessToken token, Duration expiresIn, Scopes scopes) implements Outcome {}

  /// The client asked for what is no scope, or not its own.
  public record InvalidScope() implements Outcome {}

  /// Grants what the client asks for, or all that it may ask for.
  ///
  /// @param client as it was just authenticated
  /// @param scope the parameter of this name; empty where none was sent
  public Outcome grant(RegisteredClient client, String scope) {
    var asked = scope.isEmpty() ? client.scopes() : Scopes.parse(scope).orElse(null);
    if (asked == null || !client.scopes().contain(asked)) {
      return new InvalidScope();
    }
    var now = clock.instant();
    var claims = new ClientClaims(ids.next(), client.id(), asked, now, now.plus(lifetime));
    return new Granted(accessTokens.issue(claims), lifetime, asked);
  }
}
