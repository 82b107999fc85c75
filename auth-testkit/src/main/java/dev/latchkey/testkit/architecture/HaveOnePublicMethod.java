package dev.latchkey.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/// Whether a class declares exactly one public method.
final class HaveOnePublicMethod extends ArchCondition<JavaClass> {

  HaveOnePublicMethod() {
    super("have one public method");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    var names =
        type.getMethods().stream()
            .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
            .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
            .map(JavaMethod::getName)
            .sorted()
            .toList();
    var message = "%s has the public methods %s".formatted(type.getName(), names);
    events.add(new SimpleConditionEvent(type, names.size() == 1, message));
  }
}
