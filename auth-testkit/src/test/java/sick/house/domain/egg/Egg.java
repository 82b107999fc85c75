package sick.house.domain.egg;

import sick.house.domain.hen.Hen;

public record Egg(Hen hen) {}
