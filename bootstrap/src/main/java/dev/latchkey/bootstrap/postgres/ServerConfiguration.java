package dev.latchkey.bootstrap.postgres;

import java.io.IOException;
import java.nio.file.Path;

/// What the server goes by. Written anew at each start, so that no edit weakens it. Its log says of
/// errors neither rows nor parameters: they name people.
final class ServerConfiguration {
  private ServerConfiguration() {}

  static void write(ServerFiles files, int port) throws IOException {
    ServerFiles.write(files.data().resolve("postgresql.conf"), configuration(files, port));
    ServerFiles.write(files.data().resolve("pg_hba.conf"), access());
  }

  private static String configuration(ServerFiles files, int port) {
    return """
    # Written at each start. Settings of your own belong into local.conf; those below win.
    include_if_exists = 'local.conf'
    listen_addresses = '127.0.0.1'
    port = %d
    unix_socket_directories = ''
    password_encryption = 'scram-sha-256'
    fsync = on
    full_page_writes = on
    synchronous_commit = on
    timezone = 'UTC'
    log_timezone = 'UTC'
    logging_collector = on
    log_directory = %s
    log_filename = 'postgresql-%%a.log'
    log_file_mode = 0600
    log_rotation_age = 1d
    log_truncate_on_rotation = on
    log_error_verbosity = terse
    log_parameter_max_length_on_error = 0
    """
        .formatted(port, quoted(files.logs()));
  }

  private static String access() {
    return """
    # Written at each start. Whoever connects needs the password.
    host all all 127.0.0.1/32 scram-sha-256
    """;
  }

  private static String quoted(Path path) {
    return "'" + path.toString().replace("\\", "/").replace("'", "''") + "'";
  }
}
