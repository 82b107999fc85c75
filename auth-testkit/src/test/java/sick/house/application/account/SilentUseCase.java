package sick.house.application.account;

public final class SilentUseCase {
  void nothing() {}
}
