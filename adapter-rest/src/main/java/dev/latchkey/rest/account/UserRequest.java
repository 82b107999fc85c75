package dev.latchkey.rest.account;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.NOT_REQUIRED;

import dev.latchkey.application.account.Edit;
import dev.latchkey.application.account.UserEdit;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;

/// What an edit of a user sends. PATCH leaves absent members as they are (RFC 7396); PUT clears the
/// absent ones of the profile.
@Introspected
record UserRequest(
    @Schema(implementation = String.class, requiredMode = NOT_REQUIRED, nullable = true)
        Edit<String> username,
    @Schema(implementation = String.class, requiredMode = NOT_REQUIRED, nullable = true)
        Edit<String> name,
    @Schema(implementation = String.class, requiredMode = NOT_REQUIRED, nullable = true)
        Edit<String> imageUrl,
    @Schema(implementation = String.class, requiredMode = NOT_REQUIRED) Edit<String> email,
    @Schema(implementation = String.class, requiredMode = NOT_REQUIRED) Edit<String> role,
    @Schema(implementation = Boolean.class, requiredMode = NOT_REQUIRED) Edit<Boolean> isActive,
    @Schema(implementation = Boolean.class, requiredMode = NOT_REQUIRED) Edit<Boolean> isVerified) {

  UserEdit toEdit() {
    return new UserEdit(username, name, imageUrl, email, role, isActive, isVerified);
  }

  UserEdit toReplacement() {
    return new UserEdit(
        cleared(username), cleared(name), cleared(imageUrl), email, role, isActive, isVerified);
  }

  private static Edit<String> cleared(Edit<String> edit) {
    return edit instanceof Edit.Keep<String> ? Edit.to(null) : edit;
  }
}
