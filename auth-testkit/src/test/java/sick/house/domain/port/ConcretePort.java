package sick.house.domain.port;

final class ConcretePort {}
