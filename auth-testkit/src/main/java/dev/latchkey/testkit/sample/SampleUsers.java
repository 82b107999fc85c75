package dev.latchkey.testkit.sample;

import dev.latchkey.domain.user.DisplayName;
import dev.latchkey.domain.user.EmailAddress;
import dev.latchkey.domain.user.ImageUrl;
import dev.latchkey.domain.user.Profile;
import dev.latchkey.domain.user.RoleName;
import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.domain.user.Username;
import java.time.Instant;
import java.util.UUID;

/// New users, each with an id and an address that nobody else has.
public final class SampleUsers {
  /// When they register.
  public static final Instant NOW = Instant.parse("2026-06-15T12:00:00.123456Z");

  private SampleUsers() {}

  /// An active user of the role `user` without a profile.
  public static User user() {
    return user(word() + "@example.test");
  }

  /// An active user of the role `user` without a profile, with this address.
  ///
  /// @throws java.util.NoSuchElementException where the text is no address
  public static User user(String email) {
    return user(email, Profile.EMPTY, NOW);
  }

  /// An active user of the role `user`.
  ///
  /// @throws java.util.NoSuchElementException where the text is no address
  public static User user(String email, Profile profile, Instant createdAt) {
    var address = EmailAddress.parse(email).orElseThrow();
    return User.register(new UserId(UUID.randomUUID()), address, profile, RoleName.USER, createdAt);
  }

  /// An active admin without a profile.
  public static User admin() {
    return withRole(user(), RoleName.ADMIN);
  }

  /// A profile with nothing left out, its username new.
  public static Profile fullProfile() {
    return new Profile(
        new Username(word()),
        new DisplayName("Zoë Ångström"),
        new ImageUrl("https://img.example.test/zoe.png"));
  }

  /// A word of 24 letters and digits that was never given before. It can begin an address and can
  /// be a username.
  public static String word() {
    return "w" + UUID.randomUUID().toString().replace("-", "").substring(0, 23);
  }

  /// The same user in this role.
  public static User withRole(User user, RoleName role) {
    return user.edited(user.email(), user.profile(), role, user.active(), user.verified());
  }

  /// The same user, allowed in again.
  public static User activated(User user) {
    return user.edited(user.email(), user.profile(), user.role(), true, user.verified());
  }

  /// The same user with this address.
  ///
  /// @throws java.util.NoSuchElementException where the text is no address
  public static User withEmail(User user, String email) {
    var address = EmailAddress.parse(email).orElseThrow();
    return user.edited(address, user.profile(), user.role(), user.active(), user.verified());
  }

  /// The same user with this profile.
  public static User withProfile(User user, Profile profile) {
    return user.edited(user.email(), profile, user.role(), user.active(), user.verified());
  }
}
