package dev.latchkey.rest.client;

import dev.latchkey.application.client.AddClientSecret;
import dev.latchkey.application.client.RemoveClientSecret;
import dev.latchkey.application.session.Caller;
import dev.latchkey.domain.client.ClientSecretId;
import dev.latchkey.rest.problem.MayFail;
import dev.latchkey.rest.problem.ProblemCode;
import dev.latchkey.rest.problem.Problems;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/// Where admins let one secret of a client take over from another.
@Controller("/clients/{id}/secrets")
@MayFail
@Tag(name = "clients")
@Secured("admin")
final class ClientSecretController {
  private final AddClientSecret addClientSecret;
  private final RemoveClientSecret removeClientSecret;

  ClientSecretController(AddClientSecret addClientSecret, RemoveClientSecret removeClientSecret) {
    this.addClientSecret = addClientSecret;
    this.removeClientSecret = removeClientSecret;
  }

  @Post
  @Secured("admin")
  @Operation(summary = "Give a client another secret")
  @ApiResponse(
      responseCode = "201",
      description = "The secret, told this once; the client's other one stays good",
      content = @Content(schema = @Schema(implementation = ClientSecretResponse.class)))
  HttpResponse<?> add(@Parameter(hidden = true) Caller caller, String id) {
    return switch (addClientSecret.add(caller, id)) {
      case AddClientSecret.Added added -> HttpResponse.created(ClientSecretResponse.of(added));
      case AddClientSecret.Refused refused ->
          Problems.of(
              switch (refused) {
                case UNKNOWN -> ProblemCode.NOT_FOUND;
                case TOO_MANY -> ProblemCode.TOO_MANY_SECRETS;
              });
    };
  }

  @Delete("/{secretId}")
  @Secured("admin")
  @Operation(summary = "Take a secret away from a client")
  @ApiResponse(responseCode = "204", description = "It is no longer good")
  HttpResponse<?> remove(@Parameter(hidden = true) Caller caller, String id, UUID secretId) {
    return removeClientSecret.remove(caller, id, new ClientSecretId(secretId))
        ? HttpResponse.noContent()
        : Problems.of(ProblemCode.NOT_FOUND);
  }
}
