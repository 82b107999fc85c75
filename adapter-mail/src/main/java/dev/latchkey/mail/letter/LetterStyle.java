package dev.latchkey.mail.letter;

import dev.latchkey.domain.mail.MailKind;
import java.util.Map;

/// What the operator says about letters.
///
/// @param product how the service is called in them
/// @param baseUrl what every link begins with: the public URL and the prefix of the API
/// @param subjects in place of the usual ones; `{product}` stands for the product's name
public record LetterStyle(String product, String baseUrl, Map<MailKind, String> subjects) {

  public LetterStyle {
    subjects = Map.copyOf(subjects);
  }
}
