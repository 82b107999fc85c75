package dev.latchkey.bootstrap.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.helpers.MessageFormatter;

/// An event as it may be written, nothing of it escaped yet.
///
/// @param time in UTC, to the millisecond
/// @param members `request_id` and what else has a name, in order
record LogRecord(
    String time,
    String level,
    String logger,
    String thread,
    String message,
    Map<String, String> members,
    List<LoggedError> errors) {

  static LogRecord of(ILoggingEvent event) {
    return new LogRecord(
        time(event.getTimeStamp()),
        event.getLevel().toString(),
        event.getLoggerName(),
        Clean.value(event.getThreadName()),
        message(event),
        members(event),
        LoggedError.chain(event.getThrowableProxy()));
  }

  private static String time(long millis) {
    var time = Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.MILLIS).toString();
    // The whole second is printed without its fraction.
    return time.length() == 20 ? time.substring(0, 19) + ".000Z" : time;
  }

  /// Each value is cleaned by itself first: what one of them hides ends with it.
  private static String message(ILoggingEvent event) {
    var arguments = event.getArgumentArray();
    var pattern = String.valueOf(event.getMessage());
    if (arguments == null) {
      return Clean.message(pattern);
    }
    var clean = Stream.of(arguments).map(LogRecord::clean).toArray();
    return Clean.message(String.valueOf(MessageFormatter.basicArrayFormat(pattern, clean)));
  }

  private static Map<String, String> members(ILoggingEvent event) {
    var members = new LinkedHashMap<String, String>();
    event.getMDCPropertyMap().forEach((name, value) -> members.put(name, clean(value)));
    if (event.getKeyValuePairs() != null) {
      event.getKeyValuePairs().forEach(pair -> members.put(pair.key, clean(pair.value)));
    }
    return members;
  }

  private static String clean(@Nullable Object value) {
    try {
      return Clean.value(String.valueOf(value));
    } catch (RuntimeException unprintable) {
      return "(unprintable)";
    }
  }
}
