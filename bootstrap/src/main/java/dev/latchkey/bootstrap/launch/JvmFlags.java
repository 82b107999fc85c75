package dev.latchkey.bootstrap.launch;

import dev.latchkey.bootstrap.housekeeping.HeapKeeper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The flags of a JVM that suit the service. Whatever its operator says goes before: of a matter
/// that is decided already nothing is said.
///
/// Runs in a JVM that is gone at once, and is therefore written without lambdas, streams and
/// concatenation, each of which would cost it some milliseconds.
final class JvmFlags {
  /// Says that the flags are there, or were refused.
  static final String MARK = "latchkey.launched";

  private static final int FEW = 4;

  private static final String SERIAL = "-XX:+UseSerialGC";

  /// In MiB, what is to be enough, and what is there for hashes that take more.
  private static final int HEAP = 48;

  private static final int RESERVE = 128;

  private static final int HEAP_PER_PROCESSOR = 40;

  /// What is loaded into the JVM or listens there would be so twice.
  private static final List<String> GUESTS =
      List.of("-javaagent", "-agentlib", "-agentpath", "-Xrun", "-Dcom.sun.management.");

  private final String given;
  private final List<String> flags = new ArrayList<>(List.of("-D".concat(MARK).concat("=true")));

  /// @param given all that the operator told the JVM, wherever
  JvmFlags(String given) {
    this.given = given;
  }

  /// Whether the JVM can be replaced by one like it.
  boolean canBeGiven() {
    for (var guest : GUESTS) {
      if (says(guest)) {
        return false;
      }
    }
    return true;
  }

  /// What is to be added, in front of what was given.
  ///
  /// @param processors how many the machine has
  /// @param cache the AOT cache, where there is one
  List<String> wanted(int processors, @Nullable Path cache) {
    if (!says("-Xlog")) {
      // Standard output belongs to the service's own log.
      add("-Xlog:disable");
      add("-Xlog:all=warning,aot*=off,cds*=off:stderr");
    }
    // A file of arguments may name another collector: two are refused.
    if (processors <= FEW && !saysCollector() && !hasFile()) {
      // The live data is small, and one thread collects it in a few milliseconds.
      add(SERIAL);
    }
    if (!says("CompactObjectHeaders")) {
      add("-XX:+UseCompactObjectHeaders");
    }
    if (!saysHeap() && !hasFile()) {
      // What is alive stays small: bounded caches, and the blocks of one password for each
      // processor.
      var enough = HEAP + processors * HEAP_PER_PROCESSOR;
      add("-Xmx".concat(Integer.toString(RESERVE + enough)).concat("m"));
      addGenerations(enough);
    }
    if (!says("HugePages") && !says("LargePages")) {
      // The blocks of a password are 19 MiB, read all over.
      add("-XX:+UseTransparentHugePages");
    }
    if (!says("TrimNativeHeap")) {
      // The C library keeps what the compilers have freed, tens of MiB, unless it is told to.
      add("-XX:TrimNativeHeapInterval=5000");
    }
    if (cache != null && !says("AOT") && !says("-Xshare") && !says("SharedArchiveFile")) {
      add("-XX:AOTCache=".concat(cache.toString()));
    }
    return flags;
  }

  /// A start fills all that it is given at first, which is much on a large machine.
  private void addGenerations(int enough) {
    if (!says(SERIAL) && !flags.contains(SERIAL)) {
      add("-Xms64m");
      add("-XX:NewSize=24m");
      return;
    }
    // This collector takes all there is before it looks for garbage among what is old.
    add("-D".concat(HeapKeeper.ENOUGH).concat("=").concat(Integer.toString(enough)));
    add("-XX:InitialHeapSize=24m");
    add("-XX:MinHeapSize=8m");
    add("-XX:NewSize=8m");
    // What young objects have once all was collected, if only as far as they fill it.
    add("-XX:MaxNewSize=24m");
    add("-XX:NewRatio=1");
    // What old ones leave goes back to the system.
    add("-XX:MinHeapFreeRatio=5");
    add("-XX:MaxHeapFreeRatio=10");
    add("-XX:-ShrinkHeapInSteps");
  }

  private boolean saysCollector() {
    return given.replace("ExplicitGC", "").contains("GC");
  }

  private boolean saysHeap() {
    return says("-Xm") || says("HeapSize") || says("FreeRatio") || says("RAM") || says("New");
  }

  /// Whether some of what was given is in a file, and not known here.
  private boolean hasFile() {
    return says("@") || says("VMOptionsFile") || says("-XX:Flags");
  }

  private void add(String flag) {
    flags.add(flag);
  }

  private boolean says(String word) {
    return given.contains(word);
  }
}
