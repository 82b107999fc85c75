package healthy.house.domain.user;

final class CommonNames {}
