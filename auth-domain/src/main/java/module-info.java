/// The model of Latchkey and the ports it needs from outside. Requires nothing but the JDK.
@org.jspecify.annotations.NullMarked
module dev.latchkey.domain {
  requires static transitive org.jspecify;

  exports dev.latchkey.domain;
  exports dev.latchkey.domain.apikey;
  exports dev.latchkey.domain.audit;
  exports dev.latchkey.domain.client;
  exports dev.latchkey.domain.housekeeping;
  exports dev.latchkey.domain.key;
  exports dev.latchkey.domain.limit;
  exports dev.latchkey.domain.mail;
  exports dev.latchkey.domain.password;
  exports dev.latchkey.domain.port;
  exports dev.latchkey.domain.secret;
  exports dev.latchkey.domain.session;
  exports dev.latchkey.domain.ticket;
  exports dev.latchkey.domain.token;
  exports dev.latchkey.domain.user;
}
