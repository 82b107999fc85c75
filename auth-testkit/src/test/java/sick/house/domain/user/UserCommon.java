package sick.house.domain.user;

final class UserCommon {}
