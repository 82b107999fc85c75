package dev.latchkey.rest.json;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.io.buffer.ByteBuffer;
import io.micronaut.core.io.buffer.ReferenceCounted;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.Headers;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.body.MessageBodyReader;
import io.micronaut.http.codec.CodecException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Reads our request records from JSON, in place of the framework's lenient mapper.
@Singleton
@Order(Ordered.HIGHEST_PRECEDENCE)
@Consumes(MediaType.APPLICATION_JSON)
final class JsonBodyReader<T> implements MessageBodyReader<T> {

  @Override
  public boolean isReadable(Argument<T> type, @Nullable MediaType mediaType) {
    return type.getType().isRecord();
  }

  @Override
  public T read(
      Argument<T> type, @Nullable MediaType mediaType, Headers headers, ByteBuffer<?> body) {
    T request = RequestReader.read(JsonObjectReader.read(body.toByteArray()), type.getType());
    // A body that could not be read is released by the caller, one that was read is not.
    if (body instanceof ReferenceCounted counted) {
      counted.release();
    }
    return request;
  }

  @Override
  public T read(
      Argument<T> type, @Nullable MediaType mediaType, Headers headers, InputStream body) {
    try {
      return RequestReader.read(JsonObjectReader.read(body.readAllBytes()), type.getType());
    } catch (IOException e) {
      throw new CodecException("the body could not be received", e);
    }
  }
}
