package dev.latchkey.bootstrap.bench.load;

import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/// What was done, how often and in what time. Times are kept in microseconds, to 0.1 %.
public final class Tally {
  private static final int SHED = 503;
  private static final int DIGITS = 3;

  private final Histogram done = new Histogram(DIGITS);
  private final Histogram shed = new Histogram(DIGITS);
  private final Histogram late = new Histogram(DIGITS);
  private final Map<String, Integer> others = new TreeMap<>();
  private int silent;
  private long nanos;

  /// Something was done.
  void done(long time) {
    done.recordValue(time / 1_000);
  }

  /// An answer came.
  void answered(Answer answer, long time) {
    var status = answer.status();
    if (status == SHED) {
      shed.recordValue(time / 1_000);
      silent += answer.tellsWhenToRetry() ? 0 : 1;
    } else if (status < 300) {
      done(time);
    } else {
      other(status + " " + answer.body());
    }
  }

  /// Something else happened.
  void other(String what) {
    others.merge(what, 1, Integer::sum);
  }

  /// A request was sent later than it was due.
  void late(long time) {
    late.recordValue(time / 1_000);
  }

  void lasted(long time) {
    nanos = time;
  }

  void add(Tally more) {
    done.add(more.done);
    shed.add(more.shed);
    late.add(more.late);
    more.others.forEach((what, count) -> others.merge(what, count, Integer::sum));
    silent += more.silent;
    nanos += more.nanos;
  }

  /// Itself, where everything was done or shed.
  public Tally expectNothingElse() {
    if (!others.isEmpty()) {
      throw new IllegalStateException("not expected: " + others);
    }
    return this;
  }

  public Histogram done() {
    return done;
  }

  /// Turned away with 503: more was asked for than the machine can do.
  public Histogram shed() {
    return shed;
  }

  /// How long after their time requests were sent.
  public Histogram late() {
    return late;
  }

  /// What else happened, and how often.
  public Map<String, Integer> others() {
    return others;
  }

  /// How many were turned away without being told when to come back.
  public int silent() {
    return silent;
  }

  public double perSecond() {
    return done.getTotalCount() * 1e9 / nanos;
  }
}
