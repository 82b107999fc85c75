package sick.house.domain.common;

final class Shared {}
