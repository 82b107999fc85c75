package dev.latchkey.bootstrap;

import java.lang.reflect.Method;

/// Where `java -jar latchkey.jar` begins. Compiled for Java 8, so that a runtime too old for the
/// service says so in one sentence instead of failing to load a class.
public final class Launcher {
  private static final int NEEDED = 25;
  private static final int UNSUITABLE = 2;

  private Launcher() {}

  /// Starts the service, or exits with 2 where the runtime is older than Java 25.
  public static void main(String[] args) throws Exception {
    int found = feature(System.getProperty("java.specification.version"));
    if (found < NEEDED) {
      System.err.println(complaint(found, System.getProperty("java.home")));
      System.exit(UNSUITABLE);
    }
    ((Runnable)
            Class.forName("dev.latchkey.bootstrap.launch.Relaunch").getConstructor().newInstance())
        .run();
    Method main =
        Class.forName("dev.latchkey.bootstrap.Main")
            .getMethod("main", new Class<?>[] {args.getClass()});
    main.invoke(null, new Object[] {args});
  }

  /// The number that Java is called by: 8 of "1.8", 25 of "25".
  static int feature(String specification) {
    return Integer.parseInt(
        specification.startsWith("1.") ? specification.substring(2) : specification);
  }

  static String complaint(int found, String home) {
    return "Latchkey needs Java "
        + NEEDED
        + " or newer, but this is Java "
        + found
        + " ("
        + home
        + "). Install a JDK "
        + NEEDED
        + " and start with its java, for example: /path/to/jdk-"
        + NEEDED
        + "/bin/java -jar latchkey.jar";
  }
}
