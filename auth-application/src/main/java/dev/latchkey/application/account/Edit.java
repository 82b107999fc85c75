package dev.latchkey.application.account;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What an edit does to one field: nothing, or a new value, which may be none at all (RFC 7396).
public sealed interface Edit<T> {

  /// Leaves the field as it is.
  static <T> Edit<T> keep() {
    return new Keep<>();
  }

  /// Gives the field this value; null clears it.
  static <T> Edit<T> to(@Nullable T value) {
    return new To<>(value);
  }

  /// The field's value after the edit.
  @Nullable T appliedTo(@Nullable T current);

  /// The value of a field that cannot be cleared.
  default T appliedToRequired(T current) {
    return Objects.requireNonNullElse(appliedTo(current), current);
  }

  /// An edit that leaves a field alone.
  record Keep<T>() implements Edit<T> {
    @Override
    public @Nullable T appliedTo(@Nullable T current) {
      return current;
    }
  }

  /// An edit that sets a field.
  record To<T>(@Nullable T value) implements Edit<T> {
    @Override
    public @Nullable T appliedTo(@Nullable T current) {
      return value;
    }
  }
}
