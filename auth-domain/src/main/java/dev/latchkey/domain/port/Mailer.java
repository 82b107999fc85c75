package dev.latchkey.domain.port;

import dev.latchkey.domain.mail.Delivery;
import dev.latchkey.domain.mail.Letter;

/// Hands letters over to be delivered.
public interface Mailer {

  /// Hands one letter over, to its one recipient. It takes half a minute at most.
  ///
  /// @throws Unavailable where nobody is there to take any letter, or it is unknown whether this
  ///   one was taken
  Delivery send(Letter letter);
}
