package dev.latchkey.bootstrap.log;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One of a chain of exceptions.
///
/// @param frames the innermost first, without those of the exception before
record LoggedError(String type, String message, List<String> frames) {
  private static final int CAUSES = 5;
  private static final int FRAMES = 40;

  /// The exception and its causes.
  static List<LoggedError> chain(@Nullable IThrowableProxy thrown) {
    var chain = new ArrayList<LoggedError>();
    for (var next = thrown; next != null && chain.size() < CAUSES; next = next.getCause()) {
      chain.add(of(next));
    }
    return chain;
  }

  private static LoggedError of(IThrowableProxy thrown) {
    var own = thrown.getStackTraceElementProxyArray();
    return new LoggedError(
        thrown.getClassName(),
        Clean.value(thrown.getMessage() == null ? "" : thrown.getMessage()),
        Stream.of(own)
            .limit(Math.min(FRAMES, Math.max(0, own.length - thrown.getCommonFrames())))
            .map(StackTraceElementProxy::getSTEAsString)
            .toList());
  }
}
