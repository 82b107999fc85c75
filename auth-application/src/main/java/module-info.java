/// The use cases of Latchkey: one final class each, whose constructor names what it needs.
@org.jspecify.annotations.NullMarked
module dev.latchkey.application {
  requires static transitive org.jspecify;
  requires transitive dev.latchkey.domain;

  exports dev.latchkey.application.account;
  exports dev.latchkey.application.admin;
  exports dev.latchkey.application.apikey;
  exports dev.latchkey.application.audit;
  exports dev.latchkey.application.client;
  exports dev.latchkey.application.housekeeping;
  exports dev.latchkey.application.key;
  exports dev.latchkey.application.limit;
  exports dev.latchkey.application.mail;
  exports dev.latchkey.application.password;
  exports dev.latchkey.application.session;
  exports dev.latchkey.application.token;
}
