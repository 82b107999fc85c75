package dev.latchkey.testkit.token;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Texts that are no tokens.
final class Tampering {
  private Tampering() {}

  /// The token with one character replaced, left out, added or doubled, at every place.
  static Stream<String> with(String token) {
    var changes =
        IntStream.range(0, token.length())
            .boxed()
            .flatMap(
                at -> changed(token.substring(0, at), token.charAt(at), token.substring(at + 1)));
    var around = Stream.of(token + ".", "." + token, token + "=", token + "\n", " " + token);
    return Stream.concat(changes, around);
  }

  private static Stream<String> changed(String before, char here, String after) {
    var other = here == 'A' ? 'B' : 'A';
    return Stream.of(before + other + after, before + after, before + here + '!' + after);
  }

  /// What else a client may send.
  static Stream<String> nonsense() {
    return Stream.of(
        "",
        " ",
        ".",
        "..",
        "...",
        "a.b.c",
        "null",
        "\0",
        "🔑.🔑.🔑",
        "eyJhbGciOiJub25lIn0.e30.",
        "A".repeat(100_000),
        ".".repeat(100_000),
        "refresh.AAAA.AAAA",
        "access.AAAA.AAAA");
  }
}
