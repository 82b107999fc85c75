package dev.latchkey.crypto.password;

/// The compression function G of Argon2 (RFC 9106 section 3.5), on blocks of 128 words of 64 bits
/// that lie in one array.
interface Argon2Compression {
  /// Words in a block of 1 KiB.
  int BLOCK = 128;

  /// Writes `G(x, y) ^ old` to `out`, each the index of a block's first word in `memory`; `out` may
  /// be one of the others.
  ///
  /// @param scratch a block that is written over
  void compress(long[] memory, int x, int y, int old, int out, int scratch);

  /// Where in a block its word of this number lies. Word 0 lies first.
  int position(int word);
}
