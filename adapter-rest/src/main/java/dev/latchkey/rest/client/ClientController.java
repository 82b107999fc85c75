package dev.latchkey.rest.client;

import dev.latchkey.application.client.ClientCreation;
import dev.latchkey.application.client.CreateClient;
import dev.latchkey.application.client.DeleteClient;
import dev.latchkey.application.client.EditClient;
import dev.latchkey.application.client.FindClients;
import dev.latchkey.application.client.ShowClient;
import dev.latchkey.application.session.Caller;
import dev.latchkey.rest.problem.MayFail;
import dev.latchkey.rest.problem.ProblemCode;
import dev.latchkey.rest.problem.Problems;
import dev.latchkey.rest.server.Paths;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/// Where admins look after clients.
@Controller("/clients")
@MayFail
@Tag(name = "clients")
@Secured("admin")
final class ClientController {
  private final CreateClient createClient;
  private final FindClients findClients;
  private final ShowClient showClient;
  private final EditClient editClient;
  private final DeleteClient deleteClient;
  private final Paths paths;

  ClientController(
      CreateClient createClient,
      FindClients findClients,
      ShowClient showClient,
      EditClient editClient,
      DeleteClient deleteClient,
      Paths paths) {
    this.createClient = createClient;
    this.findClients = findClients;
    this.showClient = showClient;
    this.editClient = editClient;
    this.deleteClient = deleteClient;
    this.paths = paths;
  }

  @Post
  @Secured("admin")
  @Operation(summary = "Register a client")
  @ApiResponse(
      responseCode = "201",
      description = "The client exists now; its secret is told this once",
      content = @Content(schema = @Schema(implementation = ClientResponse.class)))
  HttpResponse<?> create(@Parameter(hidden = true) Caller caller, @Body ClientRequest request) {
    return createClient
        .create(caller, request.clientId(), request.name(), request.scopes())
        .<HttpResponse<?>>map(this::created)
        .orElseGet(() -> Problems.of(ProblemCode.FORBIDDEN));
  }

  private HttpResponse<?> created(ClientCreation outcome) {
    return switch (outcome) {
      case ClientCreation.Created created ->
          HttpResponse.created(ClientResponse.of(created), paths.client(created.client().id()));
      case ClientCreation.Invalid(var violations) -> Problems.invalid(violations);
      case ClientCreation.IdTaken _ -> Problems.of(ProblemCode.CLIENT_ID_TAKEN);
    };
  }

  @Get
  @Secured("admin")
  @Operation(summary = "List clients")
  @ApiResponse(
      responseCode = "200",
      description = "All of them, by their ids",
      content = @Content(schema = @Schema(implementation = ClientListResponse.class)))
  HttpResponse<?> find(@Parameter(hidden = true) Caller caller) {
    return findClients
        .find(caller)
        .map(ClientListResponse::of)
        .<HttpResponse<?>>map(HttpResponse::ok)
        .orElseGet(() -> Problems.of(ProblemCode.FORBIDDEN));
  }

  @Get("/{id}")
  @Secured("admin")
  @Operation(summary = "Show a client")
  @ApiResponse(
      responseCode = "200",
      description = "The client, with what may be known of its secrets",
      content = @Content(schema = @Schema(implementation = ClientResponse.class)))
  HttpResponse<?> show(@Parameter(hidden = true) Caller caller, String id) {
    return showClient
        .show(caller, id)
        .map(ClientResponse::of)
        .<HttpResponse<?>>map(HttpResponse::ok)
        .orElseGet(() -> Problems.of(ProblemCode.NOT_FOUND));
  }

  @Patch("/{id}")
  @Secured("admin")
  @Operation(summary = "Edit a client")
  @ApiResponse(
      responseCode = "200",
      description = "The client as it is now",
      content = @Content(schema = @Schema(implementation = ClientResponse.class)))
  HttpResponse<?> edit(
      @Parameter(hidden = true) Caller caller, String id, @Body ClientEditRequest request) {
    var outcome = editClient.edit(caller, id, request.name(), request.scopes(), request.isActive());
    return switch (outcome) {
      case EditClient.Edited(var client) -> HttpResponse.ok(ClientResponse.of(client));
      case EditClient.Invalid(var violations) -> Problems.invalid(violations);
      case EditClient.Unknown _ -> Problems.of(ProblemCode.NOT_FOUND);
    };
  }

  @Delete("/{id}")
  @Secured("admin")
  @Operation(summary = "Remove a client")
  @ApiResponse(responseCode = "204", description = "It is gone, with its secrets")
  HttpResponse<?> delete(@Parameter(hidden = true) Caller caller, String id) {
    return deleteClient.delete(caller, id)
        ? HttpResponse.noContent()
        : Problems.of(ProblemCode.NOT_FOUND);
  }
}
