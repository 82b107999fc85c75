package dev.latchkey.bootstrap.fault;

import java.net.http.HttpResponse;
import java.util.regex.Pattern;

/// What the service answered.
///
/// @param status 0 where no answer came, so that what became of the call is unknown
/// @param retryAfter empty where the header is missing
public record Answer(int status, String body, String retryAfter, String refresh) {
  static final Answer NONE = new Answer(0, "", "", "");

  static Answer of(HttpResponse<String> response) {
    return new Answer(
        response.statusCode(),
        response.body(),
        response.headers().firstValue("Retry-After").orElse(""),
        response.headers().firstValue("Latchkey-Refresh").orElse(""));
  }

  /// The first member of this name in the body that is text; empty where there is none.
  public String text(String member) {
    var found = Pattern.compile("\"" + member + "\":\"([^\"]*)\"").matcher(body);
    return found.find() ? found.group(1) : "";
  }

  /// Whether it says, as it must, that the service cannot answer now.
  public boolean isBusy() {
    return status == 503 && retryAfter.matches("[1-9][0-9]*") && !text("code").isEmpty();
  }

  public String accessToken() {
    return text("access_token");
  }

  public String refreshToken() {
    return text("refresh_token");
  }
}
