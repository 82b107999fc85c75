package sick.house.application.account;

public class OpenUseCase {
  public void open() {}
}
