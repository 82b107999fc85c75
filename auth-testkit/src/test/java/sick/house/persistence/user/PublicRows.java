package sick.house.persistence.user;

public interface PublicRows {}
