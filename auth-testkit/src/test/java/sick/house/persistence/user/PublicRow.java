package sick.house.persistence.user;

public final class PublicRow {}
