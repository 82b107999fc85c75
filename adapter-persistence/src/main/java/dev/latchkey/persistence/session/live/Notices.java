package dev.latchkey.persistence.session.live;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hears what is changed in the database, on a connection of its own. Nothing depends on it but
/// that [LiveSessions] believes what it knows: until it hears, and whenever it does not, each
/// request reads.
@Singleton
public final class Notices implements AutoCloseable {
  /// What the connection is called in `pg_stat_activity`.
  static final String NAME = "latchkey notices";

  private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
  private static final int WAIT_MILLIS = 250;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration ENDING = Duration.ofSeconds(1);

  private final LiveSessions sessions;
  private final Beats beats;
  private final DataSource database;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean closed;
  private boolean saidThatItHears;
  private boolean saidThatItDoesNot;

  Notices(LiveSessions sessions, Beats beats, DatasourceConfiguration database) {
    this.sessions = sessions;
    this.beats = beats;
    var own = new PGSimpleDataSource();
    own.setUrl(database.getJdbcUrl());
    own.setUser(database.getUsername());
    own.setPassword(database.getPassword());
    own.setApplicationName(NAME);
    this.database = own;
  }

  /// Begins to listen, in the background.
  public synchronized void start() {
    threads.add(Thread.ofPlatform().daemon().name("notices").start(this::work));
    threads.add(Thread.ofPlatform().daemon().name("beats").start(beats::send));
  }

  private void work() {
    var pause = FIRST_PAUSE;
    while (!closed) {
      pause = listen() ? FIRST_PAUSE : pause.multipliedBy(2);
      try {
        Thread.sleep(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /// Listens until the connection breaks, or has brought no beat for too long.
  ///
  /// @return whether it ever brought one
  private boolean listen() {
    var heard = false;
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("LISTEN latchkey");
      beats.resume();
      heard = listen(connection.unwrap(PGConnection.class));
    } catch (SQLException | RuntimeException | Error broken) {
      LOG.debug("The connection that listens is broken", broken);
    } finally {
      beats.pause();
      sessions.doubt();
      sayThatItDoesNotHear();
    }
    return heard;
  }

  private boolean listen(PGConnection connection) throws SQLException {
    var heard = false;
    var lastHeard = System.nanoTime();
    while (!closed && System.nanoTime() - lastHeard < PATIENCE.toNanos()) {
      for (var notice : connection.getNotifications(WAIT_MILLIS)) {
        take(notice.getParameter());
      }
      if (sessions.hears()) {
        heard = true;
        lastHeard = System.nanoTime();
        sayThatItHears();
      } else if (heard) {
        sayThatItDoesNotHear();
      }
    }
    return heard;
  }

  private void take(String notice) {
    var sentAt = beats.sentAt(notice);
    if (sentAt.isPresent()) {
      // Anybody on the database can send what looks like a beat; none comes from the future.
      if (sentAt.getAsLong() - System.nanoTime() <= 0) {
        sessions.believe(sentAt.getAsLong());
      }
      return;
    }
    var words = notice.split(" ", 3);
    switch (words[0]) {
      case "session" -> sessions.forgetSession(UUID.fromString(words[1]));
      case "user" -> sessions.forgetUser(UUID.fromString(words[1]));
      case "beat" -> {} // of another node
      // From a newer release, perhaps, and so of a change that is not known here.
      default -> sessions.forgetAll();
    }
  }

  private void sayThatItHears() {
    if (!saidThatItHears) {
      LOG.info("This node hears of ended sessions, and remembers live ones.");
    }
    saidThatItHears = true;
    saidThatItDoesNot = false;
  }

  private void sayThatItDoesNotHear() {
    if (!saidThatItDoesNot && !closed) {
      LOG.warn("This node does not hear of ended sessions: each request reads its own.");
    }
    saidThatItDoesNot = true;
    saidThatItHears = false;
  }

  @PreDestroy
  @Override
  public synchronized void close() {
    closed = true;
    try {
      for (var thread : threads) {
        thread.interrupt();
        thread.join(ENDING);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
