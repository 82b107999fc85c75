package dev.latchkey.domain.port;

import java.util.List;
import java.util.Map;

/// The public keys that others check our access tokens with.
public interface PublishedKeys {

  /// Each as the members of a JSON Web Key (RFC 7517 section 4), public ones only. Those that are
  /// to sign are among them, and those that are still believed; empty where a shared secret signs.
  List<Map<String, String>> list();
}
