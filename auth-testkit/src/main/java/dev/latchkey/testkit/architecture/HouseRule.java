package dev.latchkey.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;

/// One rule of the house.
///
/// @param name a sentence that a failing test is known by
/// @param rule says why in its `because`
public record HouseRule(String name, ArchRule rule) {

  /// Checks the rule.
  ///
  /// @throws AssertionError that lists each violation
  public void check(JavaClasses classes) {
    rule.check(classes);
  }

  @Override
  public String toString() {
    return name;
  }
}
