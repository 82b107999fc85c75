package sick.house.bootstrap;

public final class Start {}
