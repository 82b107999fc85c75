package sick.house.domain.user;

record ChattySecret(String reveal) {}
