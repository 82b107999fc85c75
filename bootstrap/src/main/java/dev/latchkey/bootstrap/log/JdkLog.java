package dev.latchkey.bootstrap.log;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.slf4j.LoggerFactory;
import org.slf4j.event.EventConstants;

/// Brings what is logged by the JDK's own means, as the JDBC driver does, into the one log.
final class JdkLog extends Handler {
  private static final SimpleFormatter MESSAGE = new SimpleFormatter();

  private JdkLog() {}

  static void join(ch.qos.logback.classic.Level level) {
    LogManager.getLogManager().reset();
    var root = java.util.logging.Logger.getLogger("");
    root.addHandler(new JdkLog());
    root.setLevel(level == ch.qos.logback.classic.Level.DEBUG ? Level.FINE : Level.WARNING);
  }

  @Override
  public void publish(LogRecord record) {
    LoggerFactory.getLogger(String.valueOf(record.getLoggerName()))
        .makeLoggingEventBuilder(level(record.getLevel()))
        .setCause(record.getThrown())
        .log("{}", MESSAGE.formatMessage(record));
  }

  private static org.slf4j.event.Level level(Level level) {
    var value = level.intValue();
    return org.slf4j.event.Level.intToLevel(
        value >= Level.SEVERE.intValue()
            ? EventConstants.ERROR_INT
            : value >= Level.WARNING.intValue()
                ? EventConstants.WARN_INT
                : value >= Level.INFO.intValue()
                    ? EventConstants.INFO_INT
                    : EventConstants.DEBUG_INT);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
