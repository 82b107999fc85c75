package dev.latchkey.bootstrap.bench.bare;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Answers with the bytes of a file, read once.
@Controller
final class BareController {
  private final byte[] body;

  BareController() throws IOException {
    body = Files.readAllBytes(Path.of(System.getProperty("bare.body")));
  }

  @Get("/auth/me")
  byte[] show() {
    return body;
  }
}
