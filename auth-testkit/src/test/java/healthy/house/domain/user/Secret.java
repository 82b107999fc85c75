package healthy.house.domain.user;

record Secret(String reveal) {
  @Override
  public String toString() {
    return "***";
  }
}
