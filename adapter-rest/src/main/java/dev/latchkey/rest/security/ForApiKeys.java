package dev.latchkey.rest.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says that a call may be made with an API key, too. Without this no call takes one. What
/// `@Secured` asks of the user is asked all the same.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ForApiKeys {

  /// The scope that the key must have.
  String value();

  /// Whether the key must be an admin's, also where a user might make the call for themselves.
  boolean admin() default false;
}
