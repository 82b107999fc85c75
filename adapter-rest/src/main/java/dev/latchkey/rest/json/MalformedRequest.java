package dev.latchkey.rest.json;

/// A request body that cannot be read at all. The message is for the client and quotes nothing of
/// it.
public final class MalformedRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedRequest(String detail) {
    super(detail);
  }
}
