package dev.latchkey.domain.user;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which roles exist, and which of them a person may take without being given them.
///
/// @param roles every role of this deployment; always holds `admin`
/// @param defaultRole the role of whoever wishes for none
/// @param selfAssignable what a registration may wish for; never `admin`
public record RolePolicy(Set<RoleName> roles, RoleName defaultRole, Set<RoleName> selfAssignable) {

  public RolePolicy {
    roles = Set.copyOf(roles);
    selfAssignable = Set.copyOf(selfAssignable);
    require(roles.contains(RoleName.ADMIN), "the roles must include admin");
    require(roles.contains(defaultRole), "the default role is not among the roles");
    require(!defaultRole.equals(RoleName.ADMIN), "admin cannot be the default role");
    require(roles.containsAll(selfAssignable), "a self-assignable role is not among the roles");
    require(!selfAssignable.contains(RoleName.ADMIN), "admin cannot be self-assignable");
  }

  /// The built-in roles: `user` by default, `customer` on wish, `admin` by grant.
  public static RolePolicy standard() {
    var customer = new RoleName("customer");
    return new RolePolicy(
        Set.of(RoleName.USER, customer, RoleName.ADMIN),
        RoleName.USER,
        Set.of(RoleName.USER, customer));
  }

  /// The role that a registration gets. The wish is compared exactly: no trimming, no letter case.
  ///
  /// @param wish what the registration asks for, or null for nothing
  /// @return empty where the wish is not granted
  public Optional<RoleName> grantAtRegistration(@Nullable String wish) {
    if (wish == null) {
      return Optional.of(defaultRole);
    }
    return find(wish).filter(role -> role.equals(defaultRole) || selfAssignable.contains(role));
  }

  /// The role of this name, where the deployment has it.
  public Optional<RoleName> find(String name) {
    return roles.stream().filter(role -> role.value().equals(name)).findAny();
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
