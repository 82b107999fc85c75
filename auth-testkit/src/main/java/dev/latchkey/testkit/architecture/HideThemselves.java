package dev.latchkey.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/// Whether a type writes its own `toString`.
final class HideThemselves extends ArchCondition<JavaClass> {

  HideThemselves() {
    super("override toString");
  }

  /// The compiler writes one for every record that has none, and only that one is final.
  @Override
  public void check(JavaClass type, ConditionEvents events) {
    var written =
        type.tryGetMethod("toString")
            .filter(
                method -> !type.isRecord() || !method.getModifiers().contains(JavaModifier.FINAL));
    var message = "%s does not override toString".formatted(type.getName());
    events.add(new SimpleConditionEvent(type, written.isPresent(), message));
  }
}
