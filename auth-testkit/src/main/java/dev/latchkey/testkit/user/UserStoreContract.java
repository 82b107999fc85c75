package dev.latchkey.testkit.user;

/// What every user store keeps to. A test class of an adapter implements this and inherits the
/// tests.
public interface UserStoreContract
    extends UserRegistrationContract,
        UserSearchContract,
        UserPagingContract,
        UserCountContract,
        UserEditContract,
        PasswordChangeContract,
        LastAdminContract,
        UserRaceContract {}
