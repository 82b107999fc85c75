package dev.latchkey.application.apikey;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody asks for who wants an API key. Whose it is to be is no part of it.
///
/// @param name what they call it
/// @param scopes what it is for; none where it need only say who they are
/// @param expiresAt when it is to end; null leaves that to the policy
public record ApiKeyWish(String name, List<String> scopes, @Nullable Instant expiresAt) {
  public ApiKeyWish {
    scopes = List.copyOf(scopes);
  }
}
