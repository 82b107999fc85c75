package dev.latchkey.testkit.mail;

import dev.latchkey.domain.mail.Delivery;
import dev.latchkey.domain.mail.Letter;
import dev.latchkey.domain.port.Mailer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// Keeps every letter that it accepts.
public final class RecordingMailer implements Mailer {
  private final List<Letter> accepted = new CopyOnWriteArrayList<>();
  private volatile Function<Letter, Delivery> answer = letter -> new Delivery.Accepted();

  @Override
  public Delivery send(Letter letter) {
    var delivery = answer.apply(letter);
    if (delivery instanceof Delivery.Accepted) {
      accepted.add(letter);
    }
    return delivery;
  }

  /// Answers every letter so from now on; the function may throw.
  public void answer(Function<Letter, Delivery> answer) {
    this.answer = answer;
  }

  /// What was accepted, the oldest first.
  public List<Letter> accepted() {
    return List.copyOf(accepted);
  }
}
