package dev.latchkey.bootstrap.launch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What this process was started with, byte for byte: text is ISO 8859-1 here, whatever it means.
///
/// @param program the file that runs
/// @param arguments beginning with the program's name
/// @param environment such as `HOME=/home/ann`
record CommandLine(Path program, List<String> arguments, List<String> environment) {
  private static final Path SELF = Path.of("/proc/self");

  /// Known on Linux only.
  static CommandLine ofProcess() throws IOException {
    return new CommandLine(
        SELF.resolve("exe").toRealPath(), strings("cmdline"), strings("environ"));
  }

  /// With more arguments for the JVM, in front of those that it has.
  List<String> with(List<String> flags) {
    var all = new ArrayList<String>(arguments);
    all.addAll(1, flags);
    return all;
  }

  /// All that the JVM was told: before the service's own class or jar, and by the variables that
  /// Java reads.
  String toldToJava(String main) {
    var told = new StringBuilder();
    for (var argument : arguments.subList(1, arguments.size())) {
      if (argument.equals("-jar") || argument.equals(main)) {
        break;
      }
      told.append(argument).append('\n');
    }
    for (var variable : environment) {
      if (variable.startsWith("JDK_JAVA_OPTIONS=")
          || variable.startsWith("JAVA_TOOL_OPTIONS=")
          || variable.startsWith("_JAVA_OPTIONS=")) {
        told.append(variable).append('\n');
      }
    }
    return told.toString();
  }

  private static List<String> strings(String file) throws IOException {
    var text = Files.readString(SELF.resolve(file), ISO_8859_1);
    var strings = new ArrayList<String>();
    for (int from = 0, to; (to = text.indexOf('\0', from)) >= 0; from = to + 1) {
      strings.add(text.substring(from, to));
    }
    return strings;
  }
}
