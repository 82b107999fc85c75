package dev.latchkey.bootstrap;

import dev.latchkey.bootstrap.settings.Settings;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/// What the service says of itself once it is ready: where it is, where its data is, what to do
/// next.
record Banner(List<String> lines) {

  static Banner of(Settings settings, boolean hasAdmin) {
    var http = settings.http();
    var lines = new ArrayList<String>();
    lines.add("Latchkey is ready at " + http.publicUrl() + http.apiPrefix());
    if (http.docs()) {
      lines.add("  try it    " + http.publicUrl() + http.apiPrefix() + "/docs");
    }
    if (settings.hasDevMailbox()) {
      lines.add("  mails     " + http.publicUrl() + http.apiPrefix() + "/dev/mail");
    }
    lines.addAll(data(settings));
    if (!hasAdmin) {
      lines.add(
          "  admin     there is none yet: run the command create-admin --email you@example.org");
    }
    return new Banner(List.copyOf(lines));
  }

  private static List<String> data(Settings settings) {
    return settings.database() == null
        ? List.of(
            "  data      " + settings.home().resolve("postgres") + " (embedded PostgreSQL)",
            "            set DATABASE_URL to use a PostgreSQL of your own")
        : List.of("  data      the PostgreSQL of DATABASE_URL");
  }

  void print(PrintWriter output) {
    lines.forEach(output::println);
    output.flush();
  }
}
