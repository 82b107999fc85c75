package healthy.house.domain.user;

public record User(String name) {}
