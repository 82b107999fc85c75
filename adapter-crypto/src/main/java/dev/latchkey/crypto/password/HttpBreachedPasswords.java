package dev.latchkey.crypto.password;

import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.port.BreachedPasswords;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Asks a server that speaks the range protocol of Have I Been Pwned: `GET {url}/{prefix}` answers
/// every known digest of that prefix. What leaves is the first 20 bits of the password's SHA-1,
/// which some hundreds of known passwords share; the answer is asked to be padded, so that its
/// length tells an eavesdropper nothing.
///
/// A whole look-up takes one second at most, from connecting to the last byte, and no more than 64
/// are under way at once, so that a flood of registrations is no flood elsewhere. Redirects are not
/// followed, and an answer that is not of the protocol to the letter is none.
public final class HttpBreachedPasswords implements BreachedPasswords {
  private static final int PREFIX = 5;
  private static final int MAX_ANSWER = 512 * 1024;
  private static final int MAX_AT_ONCE = 64;

  private final URI base;
  private final Duration patience;
  private final Semaphore places;
  private final HttpClient client;

  /// A look-up at this server.
  ///
  /// @param base an absolute URL without a slash at its end, such as
  ///   `https://api.pwnedpasswords.com/range`
  public HttpBreachedPasswords(URI base) {
    this(base, Duration.ofSeconds(1), MAX_AT_ONCE);
  }

  HttpBreachedPasswords(URI base, Duration patience, int atOnce) {
    this.base = base;
    this.patience = patience;
    places = new Semaphore(atOnce);
    client =
        HttpClient.newBuilder()
            .connectTimeout(patience)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  @Override
  public Finding find(RawPassword password) {
    if (!places.tryAcquire()) {
      return Finding.NO_ANSWER;
    }
    try {
      return ask(password);
    } finally {
      places.release();
    }
  }

  private Finding ask(RawPassword password) {
    var digest = sha1(password);
    var answer =
        client.sendAsync(
            request(digest.substring(0, PREFIX)), unused -> new BoundedText(MAX_ANSWER));
    try {
      // The request's own timeout ends with the headers; a body may drip for ever.
      var response = answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
      return read(response, digest.substring(PREFIX));
    } catch (ExecutionException | TimeoutException noAnswer) {
      answer.cancel(true);
      return Finding.NO_ANSWER;
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return Finding.NO_ANSWER;
    }
  }

  private HttpRequest request(String prefix) {
    return HttpRequest.newBuilder(URI.create(base + "/" + prefix))
        .timeout(patience)
        .header("Add-Padding", "true")
        .header("User-Agent", "Latchkey")
        .build();
  }

  private static Finding read(HttpResponse<String> response, String suffix) {
    return response.statusCode() == 200
        ? BreachRange.read(response.body())
            .map(range -> range.holds(suffix) ? Finding.FOUND : Finding.NOT_FOUND)
            .orElse(Finding.NO_ANSWER)
        : Finding.NO_ANSWER;
  }

  private static String sha1(RawPassword password) {
    try {
      var sha1 = MessageDigest.getInstance("SHA-1");
      var digest = sha1.digest(password.reveal().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().withUpperCase().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
