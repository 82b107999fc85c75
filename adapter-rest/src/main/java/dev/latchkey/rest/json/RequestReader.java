package dev.latchkey.rest.json;

import dev.latchkey.application.account.Edit;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.password.RawPassword;
import io.micronaut.core.naming.NameUtils;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes a request record of the members of a body. The record is the whole contract: its
/// components are the members' names (in snake case) and types, a component that is not `@Nullable`
/// is required, an [Edit] tells an absent member from a null one. Nothing is converted, and a
/// member that the record does not have is refused.
final class RequestReader {
  private final Map<String, @Nullable Object> members;
  private final List<Violation> violations = new ArrayList<>();

  private RequestReader(Map<String, @Nullable Object> members) {
    this.members = new HashMap<>(members);
  }

  /// Reads a request.
  ///
  /// @throws InvalidRequest with all that is wrong
  static <T> T read(Map<String, @Nullable Object> members, Class<T> type) {
    return new RequestReader(members).read(type);
  }

  private <T> T read(Class<T> type) {
    var components = type.getRecordComponents();
    var values = new @Nullable Object[components.length];
    var types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = value(components[i]);
      types[i] = components[i].getType();
    }
    members
        .keySet()
        .forEach(
            name -> fault(quotable(name), Violation.Code.UNKNOWN_FIELD, "There is no such field."));
    if (!violations.isEmpty()) {
      throw new InvalidRequest(violations);
    }
    return create(type, types, values);
  }

  private static <T> T create(Class<T> type, Class<?>[] types, @Nullable Object[] values) {
    try {
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("not a request record: " + type, e);
    }
  }

  private @Nullable Object value(RecordComponent component) {
    var name = NameUtils.underscoreSeparate(component.getName(), true);
    var present = members.containsKey(name);
    var value = members.remove(name);
    if (component.getType() == Edit.class) {
      return present ? Edit.to(typed(name, value, editedType(component))) : Edit.keep();
    }
    var optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    if (value == null && !optional) {
      fault(name, Violation.Code.REQUIRED, "This field is needed.");
    }
    return typed(name, value, component.getType());
  }

  private static Class<?> editedType(RecordComponent component) {
    return component.getGenericType().getTypeName().contains("Boolean")
        ? Boolean.class
        : String.class;
  }

  private @Nullable Object typed(String name, @Nullable Object value, Class<?> type) {
    if (value == null) {
      return null;
    }
    if (type == RawPassword.class && value instanceof String text) {
      return new RawPassword(text);
    }
    if (type.isInstance(value)) {
      return value;
    }
    fault(name, Violation.Code.INVALID_TYPE, "Expected a " + wireType(type) + ".");
    return null;
  }

  private static String wireType(Class<?> type) {
    return type == Boolean.class ? "boolean" : type == List.class ? "list of strings" : "string";
  }

  /// A member's name is the client's own text: only a plain one is given back.
  private static String quotable(String name) {
    return name.matches("[A-Za-z0-9_.-]{1,64}") ? name : "(unnamed)";
  }

  private void fault(String field, Violation.Code code, String detail) {
    violations.add(new Violation(field, code, detail));
  }
}
