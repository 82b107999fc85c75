package sick.house.verifier;

import sick.house.domain.egg.Egg;

record UserVerifier(Egg user) {}
