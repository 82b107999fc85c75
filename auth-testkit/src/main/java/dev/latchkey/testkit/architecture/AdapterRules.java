package dev.latchkey.testkit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.List;

/// The rules of the adapters. Those that speak of Micronaut know it by name only.
record AdapterRules(Parts parts) {
  private static final String HTTP = "io.micronaut.http.annotation.";
  private static final String SECURED = "io.micronaut.security.annotation.Secured";
  private static final List<String> ADAPTERS =
      List.of("crypto", "mail", "persistence", "rest", "testkit");

  ArchRule drivenAdaptersSeeNoUseCases() {
    return noClasses()
        .that(
            parts
                .own("persistence")
                .or(parts.own("crypto"))
                .or(parts.own("mail"))
                .or(parts.own("testkit")))
        .should()
        .dependOnClassesThat(resideInAnyPackage(parts.patterns("application")))
        .because("what a use case calls must not call back")
        .allowEmptyShould(true);
  }

  ArchRule adaptersDoNotSeeEachOther() {
    return CompositeArchRule.of(ADAPTERS.stream().map(this::seesNoOtherAdapter).toList());
  }

  private ArchRule seesNoOtherAdapter(String adapter) {
    var others = ADAPTERS.stream().filter(other -> !other.equals(adapter));
    return noClasses()
        .that(parts.own(adapter))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(others.map(parts::ownPattern).toArray(String[]::new)))
        .because("each adapter can be had without the others")
        .allowEmptyShould(true);
  }

  ArchRule nobodySeesBootstrap() {
    return noClasses()
        .that(resideInAPackage(parts.everything()).and(not(parts.own("bootstrap"))))
        .should()
        .dependOnClassesThat(resideInAnyPackage(parts.patterns("bootstrap")))
        .because("the wiring knows all and is known to none")
        .allowEmptyShould(true);
  }

  ArchRule cryptoKeepsItsLibrariesApart() {
    return CompositeArchRule.of(
        List.of(
            keepsOut(
                parts.own("crypto"),
                "whoever embeds the core wants hashing and tokens without a framework",
                "io.micronaut..",
                "io.netty..",
                "io.quarkus..",
                "jakarta..",
                "java.sql..",
                "javax.inject..",
                "org.springframework.."),
            keepsOut(
                parts.own("crypto").and(not(parts.own("crypto.token"))),
                "only tokens are JWTs",
                "com.nimbusds.."),
            keepsOut(
                parts.own("crypto").and(not(parts.own("crypto.password"))),
                "these libraries are for hashing passwords",
                "de.mkammerer..",
                "org.bouncycastle..")));
  }

  private static ArchRule keepsOut(
      DescribedPredicate<JavaClass> part, String why, String... libraries) {
    return noClasses()
        .that(part)
        .should()
        .dependOnClassesThat(resideInAnyPackage(libraries))
        .because(why)
        .allowEmptyShould(true);
  }

  ArchRule adaptersPublishNothing() {
    return noClasses()
        .that(
            parts
                .own("rest")
                .and(isController().or(simpleNameEndingWith("Controller")))
                .or(parts.own("persistence").and(isStoreOrRow())))
        .should()
        .bePublic()
        .because("an adapter is reached through its port or over HTTP")
        .allowEmptyShould(true);
  }

  private static DescribedPredicate<JavaClass> isStoreOrRow() {
    return simpleNameEndingWith("Store")
        .or(simpleNameEndingWith("Row"))
        .or(simpleNameEndingWith("Rows"));
  }

  private static DescribedPredicate<JavaClass> isController() {
    return annotatedWith(HTTP + "Controller").forSubtype();
  }

  ArchRule controllersStateTheirAccess() {
    return methods()
        .that(isEndpoint())
        .should()
        .beAnnotatedWith(SECURED)
        .orShould()
        .beDeclaredInClassesThat(annotatedWith(SECURED).forSubtype())
        .because("an endpoint whose access nobody thought of is open, or shut, by accident")
        .allowEmptyShould(true);
  }

  private DescribedPredicate<JavaMethod> isEndpoint() {
    return DescribedPredicate.describe(
        "answer requests",
        method ->
            parts.own("rest").test(method.getOwner())
                && isController().test(method.getOwner())
                && isRouted(method));
  }

  private static boolean isRouted(JavaMember method) {
    return method.getAnnotations().stream()
        .map(annotation -> annotation.getRawType().getName())
        .anyMatch(name -> name.startsWith(HTTP) && !name.equals(HTTP + "Error"));
  }
}
