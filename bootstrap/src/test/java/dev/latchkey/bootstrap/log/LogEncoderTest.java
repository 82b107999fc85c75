package dev.latchkey.bootstrap.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.bootstrap.settings.LogFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.event.KeyValuePair;

/// One line a record, whatever a record is made of.
class LogEncoderTest {
  private static final String REQUEST = "0190a0a0-0000-7000-8000-00000000ffff";
  private static final List<String> EVIL =
      List.of(
          "x\r\n2026-01-01T00:00:00.000Z INFO  Forged - logged in",
          "x\n{\"level\":\"INFO\",\"message\":\"forged\"}",
          "\u001b[2J\u001b[31mred",
          "a\u2028b\u2029c\u0085d\u000be\u000cf",
          "\u202egnirts\u2066\ufeff",
          "\0\u007f\u0080\ud800 half",
          "\"},{\"\\",
          "u".repeat(65_536));

  private final Logger logger = new LoggerContext().getLogger("dev.latchkey.some.Thing");

  @ParameterizedTest
  @EnumSource
  @Tag("C144")
  void isOneLineWithoutControlsWhateverComesIn(LogFormat format) {
    for (var evil : EVIL) {
      var event = event(evil, "He said {}", evil);
      event.addKeyValuePair(new KeyValuePair("agent", evil));
      event.setThreadName(evil);
      event.setThrowableProxy(
          new ThrowableProxy(new IllegalStateException(evil, new IOException(evil))));

      var line = encoded(format, event);

      assertThat(line.indexOf('\n')).isEqualTo(line.length() - 1);
      assertThat(line.substring(0, line.length() - 1).codePoints())
          .allMatch(c ->
              switch (Character.getType(c)) {
                case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    false;
                default -> true;
              });
      assertThat(line.length()).isLessThan(20_000);
      assertThat(line).doesNotContain("u".repeat(257));
    }
  }

  @Test
  void keepsWhatWasSaidInJson() {
    for (var evil : EVIL.subList(0, 4)) {
      var json = json(event(REQUEST, "He said {}", evil));

      assertThat(json.path("message").asText()).isEqualTo("He said " + evil);
    }
  }

  @Test
  void writesJsonForMachines() {
    var event = event(REQUEST, "Made {} of {}", 1, null);
    event.addKeyValuePair(new KeyValuePair("status", 200));
    event.setThrowableProxy(new ThrowableProxy(new IllegalStateException("lost")));

    var json = json(event);

    assertThat(json.path("time").asText()).isEqualTo("2026-01-02T03:04:05.000Z");
    assertThat(json.path("level").asText()).isEqualTo("WARN");
    assertThat(json.path("logger").asText()).isEqualTo("dev.latchkey.some.Thing");
    assertThat(json.path("message").asText()).isEqualTo("Made 1 of null");
    assertThat(json.path("request_id").asText()).isEqualTo(REQUEST);
    assertThat(json.path("status").asText()).isEqualTo("200");
    assertThat(json.at("/errors/0/type").asText()).isEqualTo("java.lang.IllegalStateException");
    assertThat(json.at("/errors/0/message").asText()).isEqualTo("lost");
    assertThat(json.at("/errors/0/stack/0").asText()).startsWith("at dev.latchkey.bootstrap.log.");
  }

  @Test
  void writesALineForPeople() {
    var event = event(REQUEST, "Made {}", "it");

    assertThat(encoded(LogFormat.TEXT, event))
        .isEqualTo("2026-01-02T03:04:05.000Z WARN  Thing - Made it request_id=" + REQUEST + "\n");
  }

  @ParameterizedTest
  @EnumSource
  @Tag("C143")
  void hidesSecretsWhereverTheyStand(LogFormat format) {
    var secret = "Bearer canary-0123456789";
    var event = event(secret, "Got {} and password={}", secret, "canary");
    event.addKeyValuePair(new KeyValuePair("header", secret));
    event.setThrowableProxy(
        new ThrowableProxy(new IllegalStateException(secret, new IOException(secret))));

    assertThat(encoded(format, event)).contains("Bearer ***").doesNotContain("canary");
  }

  @Test
  void survivesAValueThatCannotBePrinted() {
    var event = event(REQUEST, "Got {}", new Unprintable());

    assertThat(encoded(LogFormat.TEXT, event)).contains("Got (unprintable)");
  }

  private static final class Unprintable {
    @Override
    public String toString() {
      throw new IllegalStateException("never");
    }
  }

  private LoggingEvent event(String requestId, String message, @Nullable Object... arguments) {
    var event = new LoggingEvent("fqcn", logger, Level.WARN, message, null, arguments);
    event.setInstant(Instant.parse("2026-01-02T03:04:05Z"));
    event.setMDCPropertyMap(Map.of("request_id", requestId));
    return event;
  }

  private static String encoded(LogFormat format, LoggingEvent event) {
    return new String(new LogEncoder(format).encode(event), UTF_8);
  }

  private static JsonNode json(LoggingEvent event) {
    try {
      return new ObjectMapper().readTree(encoded(LogFormat.JSON, event));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
