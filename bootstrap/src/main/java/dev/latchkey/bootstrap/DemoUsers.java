package dev.latchkey.bootstrap;

import dev.latchkey.application.account.RegisterUser;
import dev.latchkey.application.account.Registration;
import dev.latchkey.bootstrap.settings.DatabaseAccess;
import dev.latchkey.bootstrap.settings.Settings;
import dev.latchkey.bootstrap.wiring.Context;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.password.RawPassword;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/// What `seed` does: a few users to try things with, each with a password of its own that is shown
/// once.
final class DemoUsers {
  private static final List<String> NAMES = List.of("Ada", "Grace", "Linus");
  private static final int PASSWORD_BYTES = 12;

  private DemoUsers() {}

  static List<String> make(Settings settings, DatabaseAccess database) {
    try (var context = Context.open(settings, database)) {
      var registerUser = context.getBean(RegisterUser.class);
      return NAMES.stream().map(name -> make(registerUser, name)).toList();
    }
  }

  private static String make(RegisterUser registerUser, String name) {
    var email = name.toLowerCase(Locale.ROOT) + "@example.test";
    var password = password();
    var registration = new Registration(email, new RawPassword(password), null, name, null, null);
    return registerUser.register(registration, Origin.UNKNOWN) instanceof RegisterUser.Registered
        ? email + "  password " + password
        : email + "  is there already";
  }

  private static String password() {
    var bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
