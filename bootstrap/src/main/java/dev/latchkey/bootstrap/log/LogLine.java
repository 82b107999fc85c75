package dev.latchkey.bootstrap.log;

import java.util.List;

/// A record as one physical line.
final class LogLine {
  private LogLine() {}

  /// For people.
  static String text(LogRecord record) {
    var line = new StringBuilder(160);
    line.append(record.time()).append(' ').append("%-5s".formatted(record.level())).append(' ');
    Escapes.text(line, record.logger().substring(record.logger().lastIndexOf('.') + 1));
    line.append(" - ");
    Escapes.text(line, record.message());
    record
        .members()
        .forEach((name, value) -> {
          line.append(' ').append(name).append('=');
          Escapes.text(line, value);
        });
    record
        .errors()
        .forEach(error -> {
          line.append(" | ");
          Escapes.text(line, error.type() + ": " + error.message());
          error.frames().forEach(frame -> Escapes.text(line, " | " + frame));
        });
    return line.append('\n').toString();
  }

  /// For machines: a JSON object.
  static String json(LogRecord record) {
    var line = new StringBuilder(256).append('{');
    member(line, "time", record.time());
    member(line, "level", record.level());
    member(line, "logger", record.logger());
    member(line, "thread", record.thread());
    member(line, "message", record.message());
    record.members().forEach((name, value) -> member(line, name, value));
    if (!record.errors().isEmpty()) {
      line.append(",\"errors\":[");
      record.errors().forEach(error -> error(line, error));
      line.append(']');
    }
    return line.append("}\n").toString();
  }

  private static void error(StringBuilder line, LoggedError error) {
    line.append(line.charAt(line.length() - 1) == '[' ? "" : ",").append('{');
    member(line, "type", error.type());
    member(line, "message", error.message());
    line.append(",\"stack\":");
    strings(line, error.frames());
    line.append('}');
  }

  private static void strings(StringBuilder line, List<String> texts) {
    line.append('[');
    for (var i = 0; i < texts.size(); i++) {
      line.append(i == 0 ? "" : ",");
      Escapes.json(line, texts.get(i));
    }
    line.append(']');
  }

  private static void member(StringBuilder line, String name, String value) {
    line.append(line.charAt(line.length() - 1) == '{' ? "" : ",");
    Escapes.json(line, name);
    line.append(':');
    Escapes.json(line, value);
  }
}
