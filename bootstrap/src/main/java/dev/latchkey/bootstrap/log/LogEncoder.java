package dev.latchkey.bootstrap.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import dev.latchkey.bootstrap.settings.LogFormat;

/// Writes each event as one line. Stands at the very end, so that nothing passes it by.
final class LogEncoder extends EncoderBase<ILoggingEvent> {
  private static final byte[] NOTHING = {};

  private final LogFormat format;

  LogEncoder(LogFormat format) {
    this.format = format;
  }

  @Override
  public byte[] headerBytes() {
    return NOTHING;
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    var record = LogRecord.of(event);
    var line =
        switch (format) {
          case TEXT -> LogLine.text(record);
          case JSON -> LogLine.json(record);
        };
    return line.getBytes(UTF_8);
  }

  @Override
  public byte[] footerBytes() {
    return NOTHING;
  }
}
