package dev.latchkey.bootstrap.bench;

/// A piece of work that one caller does over and over.
@FunctionalInterface
interface Call {

  /// Does it once.
  ///
  /// @throws Exception where it went otherwise than a measurement can count; ends the benchmark
  Outcome run() throws Exception;

  /// What became of it.
  enum Outcome {
    DONE,
    /// Turned away with 503: more was asked for than the machine can do.
    SHED
  }
}
