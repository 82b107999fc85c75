package dev.latchkey.rest.problem;

import io.micronaut.http.HttpRequest;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/// The id by which a request is found again: in its answer, in the log and in the audit. That of
/// the client's header `X-Request-Id` where it is one of 32 hexadecimal digits or a UUID, in lower
/// case, so that a proxy can lead; else a fresh one. Nothing is decided by it.
public final class RequestId {
  /// The header in which it comes and goes.
  public static final String HEADER = "X-Request-Id";

  private static final String ATTRIBUTE = "latchkey.request-id";
  private static final long VERSION_BITS = 0xF000;
  private static final long VERSION_4 = 0x4000;
  private static final long VARIANT_BITS = 0xC000_0000_0000_0000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final int DIGITS = 32;
  private static final int UUID_LENGTH = 36;

  private RequestId() {}

  /// The id of this request, made when first asked for.
  public static String of(HttpRequest<?> request) {
    return request
        .getAttribute(ATTRIBUTE, String.class)
        .orElseGet(() -> {
          var id = choose(request);
          request.setAttribute(ATTRIBUTE, id);
          return id;
        });
  }

  private static String choose(HttpRequest<?> request) {
    var sent = request.getHeaders().get(HEADER);
    return sent != null && isWellFormed(sent) && request.getHeaders().getAll(HEADER).size() == 1
        ? sent
        : fresh();
  }

  /// Need not be hard to guess, and a secure one costs each request more.
  private static String fresh() {
    var random = ThreadLocalRandom.current();
    return new UUID(
            random.nextLong() & ~VERSION_BITS | VERSION_4,
            random.nextLong() & ~VARIANT_BITS | VARIANT)
        .toString();
  }

  private static boolean isWellFormed(String sent) {
    if (sent.length() != DIGITS && sent.length() != UUID_LENGTH) {
      return false;
    }
    for (var i = 0; i < sent.length(); i++) {
      var c = sent.charAt(i);
      var hyphen = sent.length() == UUID_LENGTH && (i == 8 || i == 13 || i == 18 || i == 23);
      if (hyphen ? c != '-' : (c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }
}
