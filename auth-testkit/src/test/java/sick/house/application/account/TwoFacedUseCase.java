package sick.house.application.account;

public final class TwoFacedUseCase {
  public void one() {}

  public void other() {}
}
