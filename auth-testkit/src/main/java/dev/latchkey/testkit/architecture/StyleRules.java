package dev.latchkey.testkit.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

/// The rules that hold everywhere in the house.
record StyleRules(Parts parts) {

  ArchRule secretsDoNotShowThemselves() {
    return classes()
        .that(resideInAPackage(parts.everything()).and(revealsASecret()))
        .should(new HideThemselves())
        .because("a secret must not reach a log by accident")
        .allowEmptyShould(true);
  }

  private static DescribedPredicate<JavaClass> revealsASecret() {
    return DescribedPredicate.describe(
        "reveal a secret", type -> !type.isInterface() && type.tryGetMethod("reveal").isPresent());
  }

  ArchRule nothingIsNamedLikeADrawer() {
    return noClasses()
        .that()
        .resideInAPackage(parts.everything())
        .should()
        .haveNameMatching(".*(Impl|Utils?|Helper|Manager|Common)")
        .orShould()
        .resideInAnyPackage(parts.root() + "..util..", parts.root() + "..common..")
        .because("a name says what a thing is for, and a drawer is for anything")
        .allowEmptyShould(true);
  }

  ArchRule packagesFormNoCycles() {
    return slices()
        .matching(parts.root() + ".(**)")
        .should()
        .beFreeOfCycles()
        .because("what forms a cycle can only be understood as a whole")
        .allowEmptyShould(true);
  }
}
