package dev.latchkey.domain.audit;

import dev.latchkey.domain.session.Client;
import org.jspecify.annotations.Nullable;

/// Which request something came of.
///
/// @param requestId the id that the request has in the log and in its answer; null where there was
///   no request
public record Origin(@Nullable String requestId, Client client) {
  /// Somebody of whom nothing is known, such as a caller in process.
  public static final Origin UNKNOWN = new Origin(null, Client.UNKNOWN);

  private static final int MAX_REQUEST_ID = 64;

  public Origin {
    if (requestId != null && requestId.length() > MAX_REQUEST_ID) {
      throw new IllegalArgumentException("a request id has at most 64 characters");
    }
  }
}
