package dev.latchkey.rest.account;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.NOT_REQUIRED;

import dev.latchkey.application.account.Edit;
import dev.latchkey.application.account.UserEdit;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;

/// What a user changes of their own profile; null clears a member (RFC 7396).
@Introspected
record ProfileRequest(
    @Schema(implementation = String.class, requiredMode = NOT_REQUIRED, nullable = true)
        Edit<String> username,
    @Schema(implementation = String.class, requiredMode = NOT_REQUIRED, nullable = true)
        Edit<String> name,
    @Schema(implementation = String.class, requiredMode = NOT_REQUIRED, nullable = true)
        Edit<String> imageUrl) {

  UserEdit toEdit() {
    return UserEdit.ofProfile(username, name, imageUrl);
  }
}
