/// Checks tokens in other services. Requires nothing but the JDK.
@org.jspecify.annotations.NullMarked
module dev.latchkey.verifier {
  requires java.net.http;
  requires static transitive org.jspecify;

  exports dev.latchkey.verifier;
  exports dev.latchkey.verifier.jose;
}
