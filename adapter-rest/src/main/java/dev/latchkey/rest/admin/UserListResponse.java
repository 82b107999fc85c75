package dev.latchkey.rest.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.domain.user.UserPage;
import dev.latchkey.domain.user.UserQuery;
import dev.latchkey.rest.account.UserResponse;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of users; the cursor is absent on the last page, the total unless it was asked for.
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "UserList")
record UserListResponse(
    List<UserResponse> items, @Nullable String nextCursor, @Nullable Long total) {

  static UserListResponse of(UserPage page, UserQuery.Order order) {
    return new UserListResponse(
        page.users().stream().map(UserResponse::of).toList(),
        page.next() == null ? null : Cursor.write(page.next(), order),
        page.total());
  }
}
