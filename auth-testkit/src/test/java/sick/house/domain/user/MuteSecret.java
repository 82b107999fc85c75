package sick.house.domain.user;

final class MuteSecret {
  String reveal() {
    return "secret";
  }
}
