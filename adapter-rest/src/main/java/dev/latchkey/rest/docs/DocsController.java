package dev.latchkey.rest.docs;

import dev.latchkey.rest.security.Access;
import dev.latchkey.rest.server.Paths;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// The OpenAPI document and Swagger UI, all of it from this service: it works offline.
@Controller
@Hidden
@Requires(property = "latchkey.docs", notEquals = "off")
final class DocsController {
  private static final String SWAGGER_UI = "META-INF/resources/webjars/swagger-ui/";

  /// Swagger UI sets styles by script; scripts themselves come from files only.
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'"
          + " data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'";

  private static final Map<String, String> TYPES =
      Map.of(
          "swagger-ui.css", "text/css",
          "swagger-ui-bundle.js", "text/javascript",
          "docs.js", "text/javascript",
          "favicon-32x32.png", "image/png");

  private final Paths paths;

  DocsController(Paths paths) {
    this.paths = paths;
  }

  @Get("/openapi.yaml")
  @Produces("application/yaml")
  @Secured(Access.ANYBODY)
  String openApi() {
    var yaml = new String(resource("META-INF/swagger/latchkey.yml"), StandardCharsets.UTF_8);
    var prefix = paths.prefix();
    return yaml.replace(
            "\npaths:", "\nservers:\n- url: " + (prefix.isEmpty() ? "/" : prefix) + "\npaths:")
        .replace("tokenUrl: /auth/token", "tokenUrl: " + prefix + "/auth/token");
  }

  @Get("/docs")
  @Produces(MediaType.TEXT_HTML)
  @Secured(Access.ANYBODY)
  HttpResponse<?> page() {
    var html = new String(resource("dev/latchkey/rest/docs/docs.html"), StandardCharsets.UTF_8);
    return HttpResponse.ok(html.replace("{prefix}", paths.prefix()))
        .header("Content-Security-Policy", POLICY);
  }

  @Get("/docs/{file}")
  @Produces(MediaType.ALL)
  @Secured(Access.ANYBODY)
  @Nullable HttpResponse<?> asset(String file) {
    var type = TYPES.get(file);
    if (type == null) {
      return null;
    }
    var folder = file.equals("docs.js") ? "dev/latchkey/rest/docs/" : SWAGGER_UI + version();
    return HttpResponse.ok(resource(folder + file))
        .contentType(MediaType.of(type))
        .header("Cache-Control", "public, max-age=3600");
  }

  /// The version is part of the assets' folder in their jar.
  private static String version() {
    var properties = new Properties();
    try (var in =
        new ByteArrayInputStream(
            resource("META-INF/maven/org.webjars/swagger-ui/pom.properties"))) {
      properties.load(in);
      return properties.getProperty("version") + "/";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] resource(String name) {
    try (var in = DocsController.class.getClassLoader().getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
