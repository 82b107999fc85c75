package dev.latchkey.bootstrap.bench.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;

/// Requests in the bytes that are sent.
public final class Requests {
  private Requests() {}

  public static ByteBuffer get(String path) {
    return encode("GET", path, "\r\n");
  }

  public static ByteBuffer get(String path, String accessToken) {
    return encode("GET", path, "Authorization: Bearer " + accessToken + "\r\n\r\n");
  }

  /// @param json of ASCII alone
  public static ByteBuffer post(String path, String json) {
    var rest =
        "Content-Type: application/json\r\nContent-Length: " + json.length() + "\r\n\r\n" + json;
    return encode("POST", path, rest);
  }

  private static ByteBuffer encode(String method, String path, String rest) {
    var request = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + rest;
    return ByteBuffer.wrap(request.getBytes(US_ASCII));
  }
}
