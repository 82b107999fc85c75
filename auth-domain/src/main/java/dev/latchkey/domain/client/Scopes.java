package dev.latchkey.domain.client;

import dev.latchkey.domain.Violation;
import dev.latchkey.domain.user.FieldReader;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Up to 32 scopes, each once, in alphabetical order: of two lists that say the same, one text.
public record Scopes(SortedSet<Scope> all) {
  /// No scope.
  public static final Scopes NONE = new Scopes(Collections.emptySortedSet());

  private static final int MOST = 32;

  public Scopes {
    if (all.size() > MOST) {
      throw new IllegalArgumentException("too many scopes");
    }
    all = Collections.unmodifiableSortedSet(new TreeSet<>(all));
  }

  /// Reads scopes; one that is named twice counts once.
  ///
  /// @return empty where one is no scope, or there are too many
  public static Optional<Scopes> parse(Collection<String> texts) {
    if (!texts.stream().allMatch(Scope::isWellFormed)) {
      return Optional.empty();
    }
    var scopes = texts.stream().map(Scope::new).collect(Collectors.toCollection(TreeSet::new));
    return scopes.size() > MOST ? Optional.empty() : Optional.of(new Scopes(scopes));
  }

  /// Reads the field `scopes` of a request.
  ///
  /// @return null where it was left out, or has a fault
  public static @Nullable Scopes read(FieldReader fields, @Nullable Collection<String> texts) {
    return fields.read(
        "scopes",
        texts,
        Scopes::parse,
        Violation.Code.INVALID_VALUE,
        "At most 32, each of 1 to 64 visible ASCII characters without quote or backslash.");
  }

  /// Reads the parameter `scope`: scopes with one space between them (RFC 6749 section 3.3).
  ///
  /// @return empty where the text is not that; no scope where it is empty
  public static Optional<Scopes> parse(String text) {
    return text.isEmpty() ? Optional.of(NONE) : parse(List.of(text.split(" ", -1)));
  }

  /// Whether every one of the others is among these.
  public boolean contain(Scopes others) {
    return all.containsAll(others.all);
  }

  /// Whether there is none.
  public boolean isEmpty() {
    return all.isEmpty();
  }

  /// The scopes as texts.
  public List<String> texts() {
    return all.stream().map(Scope::value).toList();
  }

  /// The scopes with a space between them, as `scope` has them.
  @Override
  public String toString() {
    return String.join(" ", texts());
  }
}
