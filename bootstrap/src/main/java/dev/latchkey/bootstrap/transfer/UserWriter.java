package dev.latchkey.bootstrap.transfer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.latchkey.domain.password.Credentials;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Writes users as lines that [UserLines] reads. What a user has not is left out.
public final class UserWriter implements Consumer<Credentials> {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final Writer writer;
  private long count;

  /// @param writer not closed
  public UserWriter(Writer writer) {
    this.writer = writer;
  }

  /// How many users were written so far.
  public long count() {
    return count;
  }

  /// Writes a line.
  ///
  /// @throws UncheckedIOException where it cannot be written
  @Override
  public void accept(Credentials credentials) {
    try {
      writer.write(line(credentials));
      writer.write('\n');
      count++;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(Credentials credentials) throws IOException {
    var user = credentials.user();
    var profile = user.profile();
    var line = new StringWriter();
    try (var json = FACTORY.createGenerator(line)) {
      json.writeStartObject();
      write(json, "id", user.id());
      write(json, "email", user.email().display());
      write(json, "username", profile.username());
      write(json, "name", profile.name() == null ? null : profile.name().value());
      write(json, "image_url", profile.imageUrl() == null ? null : profile.imageUrl().value());
      write(json, "role", user.role());
      json.writeBooleanField("is_active", user.active());
      json.writeBooleanField("is_verified", user.verified());
      write(json, "created_at", user.createdAt());
      write(json, "updated_at", user.updatedAt());
      write(json, "last_login", user.lastLogin());
      write(json, "password_hash", credentials.hash() == null ? null : credentials.hash().reveal());
      json.writeEndObject();
    }
    return line.toString();
  }

  private static void write(JsonGenerator json, String name, @Nullable Object value)
      throws IOException {
    if (value != null) {
      json.writeStringField(name, value.toString());
    }
  }
}
