package dev.latchkey.bootstrap.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import dev.latchkey.bootstrap.settings.LogFormat;
import dev.latchkey.bootstrap.settings.LogLevel;
import dev.latchkey.bootstrap.settings.LogSettings;
import org.slf4j.LoggerFactory;

/// Sets the log up: to standard output, and only there. Logback finds this class and has what the
/// settings say by default until they are read.
public final class Logging extends ContextAwareBase implements Configurator {

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    context.getStatusManager().add(new NopStatusListener());
    write(context, LogSettings.STANDARD);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  /// Writes as these settings say from now on, also what the JDK's own logging and threads that
  /// fail have to say.
  public static void apply(LogSettings settings) {
    write((LoggerContext) LoggerFactory.getILoggerFactory(), settings);
    JdkLog.join(level(settings.level()));
    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) ->
        LoggerFactory.getLogger(Logging.class)
            .error("The thread {} has failed", thread.getName(), thrown));
  }

  private static void write(LoggerContext context, LogSettings settings) {
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.detachAndStopAllAppenders();
    root.addAppender(console(context, settings.format()));
    var level = level(settings.level());
    // Libraries speak up when something is wrong; Latchkey says what it does.
    root.setLevel(level == Level.INFO ? Level.WARN : level);
    context.getLogger("dev.latchkey").setLevel(level);
  }

  private static ConsoleAppender<ILoggingEvent> console(LoggerContext context, LogFormat format) {
    var encoder = new LogEncoder(format);
    encoder.setContext(context);
    encoder.start();
    var appender = new ConsoleAppender<ILoggingEvent>();
    appender.setContext(context);
    appender.setName("stdout");
    appender.setEncoder(encoder);
    appender.start();
    return appender;
  }

  private static Level level(LogLevel level) {
    return switch (level) {
      case ERROR -> Level.ERROR;
      case WARN -> Level.WARN;
      case INFO -> Level.INFO;
      case DEBUG -> Level.DEBUG;
    };
  }
}
