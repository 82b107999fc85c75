package dev.latchkey.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;

/// The dependency rules of the house, for a tree of packages that is cut as Latchkey's is: `domain`
/// with its `port`, `application`, the `verifier` of tokens, the adapters `crypto`, `persistence`,
/// `rest` and `testkit`, and `bootstrap`, all below one root package. A part that a tree does not
/// have is not missed, so check with [#requireParts] that those are seen which it has.
///
/// ```java
/// var house = HouseRules.of("com.example.accounts");
/// var classes = house.mainClasses();
/// house.requireParts(classes, "domain", "persistence");
/// house.rules().forEach(rule -> rule.check(classes));
/// ```
public final class HouseRules {
  private final Parts parts;

  private HouseRules(Parts parts) {
    this.parts = parts;
  }

  /// The rules for what lies below this package. A tree that embeds Latchkey may build on its
  /// `domain` and `application` as on its own.
  ///
  /// @param root such as `com.example.accounts`
  public static HouseRules of(String root) {
    return new HouseRules(new Parts(root));
  }

  /// All sixteen rules, in their order.
  public List<HouseRule> rules() {
    var core = new CoreRules(parts);
    var adapters = new AdapterRules(parts);
    var style = new StyleRules(parts);
    return List.of(
        new HouseRule("the domain needs the JDK alone", core.domainNeedsTheJdkAlone()),
        new HouseRule("the application needs the domain alone", core.applicationNeedsTheDomain()),
        new HouseRule("the verifier needs the JDK alone", core.verifierNeedsTheJdkAlone()),
        new HouseRule("the model calls no ports", core.modelCallsNoPorts()),
        new HouseRule("ports are interfaces", core.portsAreInterfaces()),
        new HouseRule("driven adapters see no use cases", adapters.drivenAdaptersSeeNoUseCases()),
        new HouseRule("adapters do not see each other", adapters.adaptersDoNotSeeEachOther()),
        new HouseRule("nobody sees bootstrap", adapters.nobodySeesBootstrap()),
        new HouseRule("crypto keeps its libraries apart", adapters.cryptoKeepsItsLibrariesApart()),
        new HouseRule("adapters publish nothing needless", adapters.adaptersPublishNothing()),
        new HouseRule("a use case does one thing", core.useCasesDoOneThing()),
        new HouseRule("controllers state their access", adapters.controllersStateTheirAccess()),
        new HouseRule("secrets do not show themselves", style.secretsDoNotShowThemselves()),
        new HouseRule("nothing is named like a drawer", style.nothingIsNamedLikeADrawer()),
        new HouseRule("time and chance come from outside", core.timeAndChanceComeFromOutside()),
        new HouseRule("packages form no cycles", style.packagesFormNoCycles()));
  }

  /// Every class below the root package on the class path, without those of tests.
  public JavaClasses mainClasses() {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages(parts.root());
  }

  /// Makes sure that there are classes to check.
  ///
  /// @param names of packages right below the root, such as `domain`
  /// @throws AssertionError that names each part without a class
  public void requireParts(JavaClasses classes, String... names) {
    var unseen =
        Stream.of(names).filter(name -> classes.stream().noneMatch(parts.own(name))).toList();
    if (!unseen.isEmpty()) {
      throw new AssertionError("no class was imported of " + unseen + " below " + parts.root());
    }
  }
}
