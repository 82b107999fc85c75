package dev.latchkey.crypto.password;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// The 100,000 passwords that people choose most, as lower-case texts. Tells whether a lower-case
/// text is one of them, exactly. About one megabyte; the list is read once, when first asked for.
public final class CommonPasswords implements Predicate<String> {
  private final byte[] texts;
  private final int[] ends;

  private CommonPasswords(List<String> sorted) {
    var joined = new ByteArrayOutputStream();
    ends = new int[sorted.size()];
    for (var i = 0; i < ends.length; i++) {
      joined.writeBytes(sorted.get(i).getBytes(StandardCharsets.UTF_8));
      ends[i] = joined.size();
    }
    texts = joined.toByteArray();
  }

  /// The list that this library carries.
  public static CommonPasswords load() {
    return Loaded.LIST;
  }

  /// How many different texts there are.
  public int size() {
    return ends.length;
  }

  @Override
  public boolean test(String text) {
    var wanted = text.getBytes(StandardCharsets.UTF_8);
    var low = 0;
    var high = ends.length - 1;
    while (low <= high) {
      var middle = (low + high) >>> 1;
      var start = middle == 0 ? 0 : ends[middle - 1];
      var order = Arrays.compareUnsigned(texts, start, ends[middle], wanted, 0, wanted.length);
      if (order == 0) {
        return true;
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
    return false;
  }

  private static CommonPasswords read() {
    try (var stream = CommonPasswords.class.getResourceAsStream("passwords.txt")) {
      if (stream == null) {
        throw new IllegalStateException("the list of common passwords is missing from the jar");
      }
      var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)).lines();
      return new CommonPasswords(
          lines
              .map(line -> line.toLowerCase(Locale.ROOT))
              .filter(line -> !line.isEmpty())
              .distinct()
              .sorted()
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Loaded {
    private static final CommonPasswords LIST = read();
  }
}
