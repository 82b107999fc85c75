package sick.house.crypto.password;

public final class Hasher {}
