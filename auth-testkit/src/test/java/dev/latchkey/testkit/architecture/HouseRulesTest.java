package dev.latchkey.testkit.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTest {
  private static final HouseRules SICK = HouseRules.of("sick.house");
  private static final JavaClasses SICK_CLASSES = imported("sick.house");
  private static final HouseRules HEALTHY = HouseRules.of("healthy.house");
  private static final JavaClasses HEALTHY_CLASSES = imported("healthy.house");

  /// For each rule, what it must find in the sick house.
  private static final Map<String, List<String>> FINDINGS =
      Map.ofEntries(
          finds("the domain needs the JDK alone", "SqlUser", "LoggingUser"),
          finds("the application needs the domain alone", "RegisterBySql"),
          finds("the verifier needs the JDK alone", "LibraryVerifier", "UserVerifier"),
          finds("the model calls no ports", "SavingUser"),
          finds("ports are interfaces", "ConcretePort"),
          finds("driven adapters see no use cases", "CallingStore", "CallingHasher", "CallingFake"),
          finds("adapters do not see each other", "HashingStore", "StoringController"),
          finds("nobody sees bootstrap", "SelfStarter"),
          finds("crypto keeps its libraries apart", "FrameworkTokens", "JwtHasher", "DigestTokens"),
          finds(
              "adapters publish nothing needless",
              "PublicStore",
              "PublicRow",
              "PublicRows",
              "PublicEndpoint"),
          finds("a use case does one thing", "OpenUseCase", "TwoFacedUseCase", "SilentUseCase"),
          finds("controllers state their access", "OpenController.get()"),
          finds("secrets do not show themselves", "ChattySecret", "MuteSecret"),
          finds(
              "nothing is named like a drawer",
              "UserHelper",
              "UserUtils",
              "UserImpl",
              "UserManager",
              "UserCommon",
              "Misplaced",
              "Shared"),
          finds(
              "time and chance come from outside",
              "references method <java.time.Instant.now()>",
              "calls method <java.time.Instant.now()>",
              "Clock.systemUTC()",
              "Clock.systemDefaultZone()",
              "Clock.system(java.time.ZoneId)",
              "InstantSource.system()",
              "currentTimeMillis()",
              "SecureRandom.<init>()",
              "UUID.randomUUID()",
              "System.out",
              "System.err"),
          finds("packages form no cycles", "domain.egg", "domain.hen"));

  @ParameterizedTest
  @MethodSource("sickRules")
  void fallsIllInTheSickHouse(HouseRule rule) {
    var findings = Objects.requireNonNull(FINDINGS.get(rule.name()));

    assertThatThrownBy(() -> rule.check(SICK_CLASSES))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll(findings.toArray(String[]::new))
        .hasMessageContaining("because");
  }

  @Test
  void hasACanaryForEachOfSixteenRules() {
    assertThat(SICK.rules())
        .hasSize(16)
        .extracting(HouseRule::name)
        .containsExactlyInAnyOrderElementsOf(FINDINGS.keySet());
  }

  @ParameterizedTest
  @MethodSource("healthyRules")
  void holdsInTheHealthyHouse(HouseRule rule) {
    rule.check(HEALTHY_CLASSES);
  }

  @Test
  void holdsInTheDomainAndTheKit() {
    var house = HouseRules.of("dev.latchkey");
    var classes = house.mainClasses();

    house.requireParts(classes, "domain", "testkit");
    house.rules().forEach(rule -> rule.check(classes));
  }

  @Test
  void missesPartsThatWereNotImported() {
    HEALTHY.requireParts(
        HEALTHY_CLASSES,
        "domain",
        "domain.port",
        "application",
        "verifier",
        "crypto",
        "persistence",
        "rest",
        "testkit",
        "bootstrap");

    assertThatThrownBy(() -> HEALTHY.requireParts(HEALTHY_CLASSES, "rest", "mail"))
        .isInstanceOf(AssertionError.class)
        .hasMessage("no class was imported of [mail] below healthy.house");
  }

  static List<HouseRule> sickRules() {
    return SICK.rules();
  }

  static List<HouseRule> healthyRules() {
    return HEALTHY.rules();
  }

  private static Map.Entry<String, List<String>> finds(String rule, String... findings) {
    return Map.entry(rule, List.of(findings));
  }

  private static JavaClasses imported(String root) {
    return new ClassFileImporter().importPackages(root);
  }
}
