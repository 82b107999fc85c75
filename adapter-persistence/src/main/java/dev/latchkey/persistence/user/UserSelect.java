package dev.latchkey.persistence.user;

import dev.latchkey.domain.user.UserQuery;
import java.util.List;
import java.util.UUID;

/// One statement of a search: only the conditions that were asked for, so that the planner sees
/// which index serves them, and every text, id and time that a caller sent as a parameter.
record UserSelect(String sql, List<Object> parameters) {

  /// A page in the order of an index, whoever the users are.
  static UserSelect everybody(UserQuery query) {
    return UserConditions.none().after(query).select("SELECT * FROM auth.users", ordered(query));
  }

  /// Ids of up to so many users who may match, among them all who do where there are fewer.
  static UserSelect candidates(UserQuery query, int atMost) {
    return query.prefix() == null
        ? StateSelect.ids(query, atMost)
        : UserConditions.candidates(query.prefix(), atMost);
  }

  /// A page of those of these users who match.
  static UserSelect among(List<UUID> ids, UserQuery query) {
    return UserConditions.none()
        .ids(ids)
        .matching(query)
        .after(query)
        .select("SELECT * FROM auth.users", ordered(query));
  }

  /// A page of those who match among so many users in the order of an index. Not the whole page
  /// where it is not full.
  static UserSelect nearby(UserQuery query, int depth) {
    var near = UserConditions.none().after(query);
    var from =
        near.select("SELECT * FROM auth.users", " ORDER BY " + ranking(query) + " LIMIT " + depth);
    return UserConditions.startingWith(from.parameters())
        .matching(query)
        .select("SELECT * FROM (" + from.sql() + ") u", ordered(query));
  }

  /// A page of all who match, who are gathered before they are put in order: the planner is not to
  /// walk along an order in the hope of meeting them soon.
  static UserSelect gathered(UserQuery query) {
    var all =
        UserConditions.none()
            .matching(query)
            .after(query)
            .select("SELECT * FROM auth.users", " OFFSET 0");
    return new UserSelect("SELECT * FROM (" + all.sql() + ") u" + ordered(query), all.parameters());
  }

  /// How many match in all.
  static UserSelect count(UserQuery query) {
    return query.prefix() == null
        ? UserConditions.none()
            .matching(query)
            .select("SELECT coalesce(sum(users), 0) FROM auth.users_counted", "")
        : UserConditions.none().matching(query).select("SELECT count(*) FROM auth.users", "");
  }

  /// How many of these users match.
  static UserSelect countAmong(List<UUID> ids, UserQuery query) {
    return UserConditions.none()
        .ids(ids)
        .matching(query)
        .select("SELECT count(*) FROM auth.users", "");
  }

  /// One more than asked for shows whether there is a following page.
  private static String ordered(UserQuery query) {
    return " ORDER BY " + ranking(query) + " LIMIT " + (query.limit() + 1);
  }

  static String ranking(UserQuery query) {
    return switch (query.order()) {
      case NEWEST -> "created_at DESC, id DESC";
      case OLDEST -> "created_at, id";
      case EMAIL -> "email_canonical";
      case EMAIL_DESCENDING -> "email_canonical DESC";
    };
  }
}
