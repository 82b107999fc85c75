package sick.house.domain.util;

final class Misplaced {}
