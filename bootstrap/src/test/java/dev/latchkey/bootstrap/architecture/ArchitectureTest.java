package dev.latchkey.bootstrap.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import dev.latchkey.testkit.architecture.HouseRule;
import dev.latchkey.testkit.architecture.HouseRules;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The dependency rules, on the house itself: this module sees all others.
class ArchitectureTest {
  private static final HouseRules HOUSE = HouseRules.of("dev.latchkey");
  private static final JavaClasses CLASSES = HOUSE.mainClasses().that(areWritten());

  @Test
  void seesEveryModule() {
    HOUSE.requireParts(
        CLASSES,
        "domain",
        "application",
        "verifier",
        "crypto",
        "mail",
        "persistence",
        "rest",
        "testkit",
        "bootstrap");
  }

  @ParameterizedTest
  @MethodSource
  void holds(HouseRule rule) {
    rule.check(CLASSES);
  }

  static List<HouseRule> holds() {
    return HOUSE.rules();
  }

  /// What the framework generates at compile time has rules of its own.
  private static DescribedPredicate<JavaClass> areWritten() {
    return DescribedPredicate.describe(
        "are written by hand",
        type ->
            !type.getName()
                .matches(
                    ".*\\$(Definition|Introspection|Intercepted|Exec|ExceptionHandler).*|.*\\.\\$.*"));
  }
}
