package sick.house.domain.hen;

import sick.house.domain.egg.Egg;

public record Hen(Egg egg) {}
