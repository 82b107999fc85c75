package sick.house.domain.port;

public interface UserStore {}
