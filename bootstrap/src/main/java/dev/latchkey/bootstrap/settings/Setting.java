package dev.latchkey.bootstrap.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One line of the table of settings.
///
/// @param spellings the name and, after it, the other names that are understood, each with its form
/// @param fallback what holds where the setting is left out, as it stands in the documentation
/// @param standing whether the fallback is text to be read by the form; else there is no value
/// @param secret whether the value must never be shown
record Setting<T>(
    List<Spelling<T>> spellings,
    String fallback,
    boolean standing,
    boolean secret,
    String description) {

  /// A name of a setting; another name may count in another unit.
  record Spelling<T>(String name, Form<T> form) {
    /// The property of this name: `latchkey.public-url` of `PUBLIC_URL`.
    String property() {
      return "latchkey."
          + name.replaceFirst("^LATCHKEY_", "").toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// A setting with a value in any case.
  static <T> Setting<T> of(String name, Form<T> form, String fallback, String description) {
    return new Setting<>(List.of(new Spelling<>(name, form)), fallback, true, false, description);
  }

  /// A setting that may be left out.
  static <T> Setting<T> optional(String name, Form<T> form, String otherwise, String description) {
    return new Setting<>(List.of(new Spelling<>(name, form)), otherwise, false, false, description);
  }

  Setting<T> alsoAs(String name) {
    return alsoAs(name, form());
  }

  Setting<T> alsoAs(String name, Form<T> form) {
    var more = new ArrayList<>(spellings);
    more.add(new Spelling<>(name, form));
    return new Setting<>(List.copyOf(more), fallback, standing, secret, description);
  }

  Setting<T> asSecret() {
    return new Setting<>(spellings, fallback, standing, true, description);
  }

  String name() {
    return spellings.getFirst().name();
  }

  Form<T> form() {
    return spellings.getFirst().form();
  }

  /// What holds where the setting is left out.
  Optional<T> fallbackValue() {
    return standing ? form().read(fallback) : Optional.empty();
  }
}
