package dev.latchkey.rest;

import dev.latchkey.domain.mail.Mail;
import dev.latchkey.domain.mail.MailKind;
import dev.latchkey.testkit.store.InMemoryStores;
import java.util.List;
import java.util.Objects;

/// The mails that a server would send.
record Mailbox(InMemoryStores stores) {

  List<Mail> of(MailKind kind) {
    return stores.mails().stream().filter(mail -> mail.kind() == kind).toList();
  }

  int size() {
    return stores.mails().size();
  }

  /// What the link in the last mail of this kind ends with.
  String secretOf(MailKind kind) {
    var ticket = Objects.requireNonNull(of(kind).getLast().ticket());
    return RestServer.SECRETS.write(ticket).reveal();
  }
}
