package dev.latchkey.testkit.store;

import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.password.Credentials;
import dev.latchkey.domain.port.UserTransfer;
import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.UserId;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Takes users in and gives them out in memory. Made by [InMemoryStores].
public final class InMemoryUserTransfer implements UserTransfer {
  private final InMemoryState state;

  InMemoryUserTransfer(InMemoryState state) {
    this.state = state;
  }

  @Override
  public List<Arrival> add(List<Credentials> users, IntFunction<AuditEvent> event) {
    return state.atomically(() -> {
      var arrivals = users.stream().map(this::add).toList();
      var added = Collections.frequency(arrivals, Arrival.ADDED);
      if (added > 0) {
        state.append(event.apply(added));
      }
      return arrivals;
    });
  }

  private Arrival add(Credentials credentials) {
    var user = credentials.user();
    var arrival = probe(user);
    if (arrival == Arrival.ADDED) {
      state.users.put(user.id(), new Credentials(Micros.of(user), credentials.hash()));
    }
    return arrival;
  }

  @Override
  public List<Arrival> probe(List<Credentials> users) {
    return state.atomically(() -> users.stream().map(Credentials::user).map(this::probe).toList());
  }

  private Arrival probe(User user) {
    if (state.user(user.id()) != null) {
      return Arrival.ID_TAKEN;
    }
    if (state.isTaken(user.id(), other -> other.email().equals(user.email()))) {
      return Arrival.EMAIL_TAKEN;
    }
    var username = user.profile().username();
    var isTaken =
        username != null
            && state.isTaken(user.id(), other -> username.equals(other.profile().username()));
    return isTaken ? Arrival.USERNAME_TAKEN : Arrival.ADDED;
  }

  @Override
  public List<Credentials> next(@Nullable UserId after, int limit) {
    return state.atomically(() ->
        state.users.values().stream()
            .filter(each -> after == null || rank(each).compareTo(after.toString()) > 0)
            .sorted(Comparator.comparing(InMemoryUserTransfer::rank))
            .limit(limit)
            .toList());
  }

  /// The text of an id sorts as its unsigned bytes do; [java.util.UUID] itself sorts by signed
  /// ones.
  private static String rank(Credentials credentials) {
    return credentials.user().id().toString();
  }
}
