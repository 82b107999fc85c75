package dev.latchkey.testkit.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

/// The parts of a house, as patterns of packages.
record Parts(String root) {
  private static final String LATCHKEY = "dev.latchkey";

  /// What belongs to a part of this house.
  DescribedPredicate<JavaClass> own(String name) {
    return JavaClass.Predicates.resideInAPackage(ownPattern(name));
  }

  String ownPattern(String name) {
    return root + "." + name + "..";
  }

  /// A part of this house, or of Latchkey where it is embedded.
  String[] patterns(String name) {
    return new String[] {ownPattern(name), LATCHKEY + "." + name + ".."};
  }

  String everything() {
    return root + "..";
  }
}
