package dev.latchkey.persistence.secret;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.Arrays;

/// One row of `auth.secret`.
@SuppressWarnings("ArrayRecordComponent") // a column is what it is, and nobody else holds it
@MappedEntity(value = "secret", schema = "auth")
record SecretRow(@Id String name, byte[] value) {

  @Override
  public boolean equals(Object other) {
    return other instanceof SecretRow that
        && name.equals(that.name)
        && Arrays.equals(value, that.value);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return "SecretRow[" + name + ", ***]";
  }
}
