package dev.latchkey.domain.limit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a wrong password for an account is counted against.
///
/// A network that the account is known from has counters of its own: whatever strangers do, they
/// cannot use them up.
///
/// @param ofAccount stay until the right password comes
/// @param ofAddress stay until their time is over: who knows one password may still guess others
/// @param accountWide the keys of what strangers use up together, and of having said that they did
public record PasswordClaims(
    List<Claim> ofAccount, List<Claim> ofAddress, List<LimitKey> accountWide) {

  public PasswordClaims {
    ofAccount = List.copyOf(ofAccount);
    ofAddress = List.copyOf(ofAddress);
    accountWide = List.copyOf(accountWide);
  }

  /// The claims of one attempt.
  ///
  /// @param known whether the account is known from the source's network
  public static PasswordClaims of(
      LimitPolicy policy, AccountKey account, Source source, boolean known) {
    var near = policy.claim(LimitName.LOGIN_FAILURES, account.name(), source.network());
    var nearClose = policy.claim(LimitName.LOGIN_CLOSE, account.name(), source.network());
    var wide = policy.claim(LimitName.LOGIN_ACCOUNT, account.name());
    var wideClose = policy.claim(LimitName.LOGIN_CLOSE, account.name());
    return new PasswordClaims(
        list(known ? Stream.of(near, nearClose) : Stream.of(near, wide, wideClose)),
        ofAddress(policy, source, known),
        Stream.concat(keys(list(Stream.of(wide, wideClose))).stream(), Stream.of(closed(account)))
            .toList());
  }

  /// The key of having said that an account's password is closed. The right password makes that
  /// forgotten too.
  public static LimitKey closed(AccountKey account) {
    return LimitKey.of(LimitName.LOGIN_CLOSE, List.of(account.name(), "said"));
  }

  private static List<Claim> ofAddress(LimitPolicy policy, Source source, boolean known) {
    return known
        ? policy.claims(source, LimitName.LOGIN_ADDRESS, LimitName.LOGIN_ADDRESS_HOURLY)
        : policy.claims(
            source, LimitName.LOGIN_ADDRESS, LimitName.LOGIN_ADDRESS_HOURLY, LimitName.LOGIN_SITE);
  }

  /// All claims.
  public List<Claim> all() {
    return Stream.concat(ofAccount.stream(), ofAddress.stream()).toList();
  }

  /// What the right password makes forgotten, from wherever it comes.
  public List<LimitKey> forgotten() {
    return Stream.concat(keys(ofAccount).stream(), accountWide.stream()).distinct().toList();
  }

  /// What the right password does not count against after all.
  public List<LimitKey> released() {
    return keys(ofAddress);
  }

  /// The keys of claims.
  public static List<LimitKey> keys(List<Claim> claims) {
    return claims.stream().map(Claim::key).toList();
  }

  private static List<Claim> list(Stream<Optional<Claim>> claims) {
    return claims.flatMap(Optional::stream).toList();
  }
}
