package dev.latchkey.domain.password;

import dev.latchkey.domain.user.EmailAddress;
import dev.latchkey.domain.user.Profile;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Words that somebody who knows the person or the place would try first.
final class TellingWords {
  private static final int SHORTEST = 3;

  /// No password holds it.
  private static final String BLANK = "\0";

  private static final String BETWEEN_WORDS = "[^\\p{L}\\p{M}]+";

  private final List<String> longestFirst;

  private TellingWords(Collection<String> folded) {
    longestFirst =
        folded.stream()
            .filter(word -> word.length() >= SHORTEST)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  /// These words, in any letter case.
  static TellingWords of(Collection<String> words) {
    return new TellingWords(words.stream().map(Disguise::fold).toList());
  }

  /// The person's address, its domain, username and name, whole and by their parts.
  static TellingWords of(@Nullable EmailAddress email, Profile profile) {
    var words = new LinkedHashSet<String>();
    if (email != null) {
      words.add(email.canonical());
      addWithParts(words, email.localPart());
      addDomain(words, email.domain());
      addDomain(words, email.display().replaceFirst(".*@", ""));
    }
    if (profile.username() != null) {
      addWithParts(words, profile.username().value());
    }
    if (profile.name() != null) {
      addWithParts(words, profile.name().value());
    }
    return of(words);
  }

  private static void addWithParts(Set<String> words, String text) {
    Stream.concat(Stream.of(text), Stream.of(text.split(BETWEEN_WORDS))).forEach(words::add);
  }

  private static void addDomain(Set<String> words, String domain) {
    words.add(domain);
    addWithParts(words, domain.substring(0, Math.max(0, domain.lastIndexOf('.'))));
  }

  /// Whether the folded text is nothing but these words, once or over and over, with digits and
  /// signs around or between, also where letters are disguised. Words of digits alone are too
  /// easily met by chance: those have to be the whole text.
  boolean makeUp(String folded) {
    var rest = new StringBuilder(folded);
    var likeness = new StringBuilder(Disguise.likeness(folded));
    var foundText = false;
    for (var word : longestFirst) {
      var isText = hasLetter(word);
      var sought = isText ? Disguise.likeness(word) : word;
      var place = isText ? likeness : rest;
      for (int at = place.indexOf(sought); at >= 0; at = place.indexOf(sought, at)) {
        blank(rest, at, sought.length());
        blank(likeness, at, sought.length());
        foundText |= isText;
      }
    }
    var left = rest.toString().replace(BLANK, "");
    return left.length() < folded.length() && (left.isEmpty() || (foundText && !hasLetter(left)));
  }

  private static void blank(StringBuilder text, int at, int length) {
    text.replace(at, at + length, BLANK.repeat(length));
  }

  private static boolean hasLetter(String text) {
    return text.codePoints().anyMatch(Character::isLetter);
  }
}
