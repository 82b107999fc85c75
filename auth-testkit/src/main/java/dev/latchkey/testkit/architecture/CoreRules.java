package dev.latchkey.testkit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/// The rules of the domain and the application.
record CoreRules(Parts parts) {
  private static final Set<String> AMBIENT =
      Set.of(
          "java.lang.System.out",
          "java.lang.System.err",
          "java.lang.System.currentTimeMillis()",
          "java.time.Instant.now()",
          "java.time.Clock.systemUTC()",
          "java.time.Clock.systemDefaultZone()",
          "java.time.Clock.system(java.time.ZoneId)",
          "java.time.InstantSource.system()",
          "java.security.SecureRandom.<init>()",
          "java.util.UUID.randomUUID()");

  ArchRule domainNeedsTheJdkAlone() {
    return classes()
        .that(parts.own("domain"))
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(parts.patterns("domain")).or(jdkOrJSpecify()))
        .because("whoever embeds the model wants no other library with it")
        .allowEmptyShould(true);
  }

  ArchRule applicationNeedsTheDomain() {
    return classes()
        .that(parts.own("application"))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(parts.patterns("application"))
                .or(resideInAnyPackage(parts.patterns("domain")))
                .or(jdkOrJSpecify()))
        .because("a use case asks ports for all that it needs from outside")
        .allowEmptyShould(true);
  }

  ArchRule verifierNeedsTheJdkAlone() {
    return classes()
        .that(parts.own("verifier"))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(parts.patterns("verifier"))
                .or(jdkOrJSpecify())
                .or(resideInAnyPackage("java.net.http", "java.nio", "javax.crypto..")))
        .because("a resource server takes it as it is, beside whatever libraries it has")
        .allowEmptyShould(true);
  }

  private static DescribedPredicate<JavaClass> jdkOrJSpecify() {
    return resideInAnyPackage(
            "java.lang..",
            "java.math",
            "java.util..",
            "java.time..",
            "java.text",
            "java.net",
            "java.nio.charset",
            "java.security..",
            "java.io",
            "org.jspecify.annotations")
        .and(
            not(
                resideInAnyPackage(
                    "java.lang.instrument..",
                    "java.lang.management..",
                    "java.util.logging..",
                    "java.util.prefs..")))
        .as("of java.base or JSpecify");
  }

  ArchRule modelCallsNoPorts() {
    return noClasses()
        .that(parts.own("domain").and(not(parts.own("domain.port"))))
        .should()
        .dependOnClassesThat(resideInAnyPackage(parts.patterns("domain.port")))
        .because("the model decides by what it is given; use cases fetch it")
        .allowEmptyShould(true);
  }

  ArchRule portsAreInterfaces() {
    return classes()
        .that(parts.own("domain.port"))
        .should()
        .beInterfaces()
        .orShould()
        .beRecords()
        .orShould()
        .beEnums()
        .orShould()
        .beAssignableTo(Throwable.class)
        .because("a port is a need, and what meets it is an adapter")
        .allowEmptyShould(true);
  }

  ArchRule useCasesDoOneThing() {
    return classes()
        .that(parts.own("application").and(isUseCase()))
        .should()
        .haveModifier(JavaModifier.FINAL)
        .andShould(new HaveOnePublicMethod())
        .because("its name says all that a use case does")
        .allowEmptyShould(true);
  }

  private static DescribedPredicate<JavaClass> isUseCase() {
    return DescribedPredicate.describe(
            "are use cases",
            (JavaClass type) ->
                type.isTopLevelClass()
                    && type.getModifiers().contains(JavaModifier.PUBLIC)
                    && !type.isRecord()
                    && !type.isInterface()
                    && !type.isEnum())
        .and(not(assignableTo(Throwable.class)));
  }

  ArchRule timeAndChanceComeFromOutside() {
    return noClasses()
        .that(parts.own("domain").or(parts.own("application")))
        .should()
        .accessTargetWhere(
            DescribedPredicate.describe(
                "the clock, chance or console of the machine is used",
                (JavaAccess<?> access) -> AMBIENT.contains(access.getTarget().getFullName())))
        .because("a test must be able to set the time and to know the ids")
        .allowEmptyShould(true);
  }
}
