package dev.latchkey.verifier;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/// What the issuer said a short while ago, of 10,000 tokens at most.
final class RecentAnswers {
  private static final int MAX = 10_000;

  private record Answer(boolean active, long at) {}

  private final Map<String, Answer> answers =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Answer> eldest) {
          return size() > MAX;
        }
      };

  private final Duration kept;
  private final LongSupplier nanoTime;

  RecentAnswers(Duration kept, LongSupplier nanoTime) {
    this.kept = kept;
    this.nanoTime = nanoTime;
  }

  synchronized Optional<Boolean> find(String tokenId) {
    return Optional.ofNullable(answers.get(tokenId))
        .filter(answer -> nanoTime.getAsLong() - answer.at() < kept.toNanos())
        .map(Answer::active);
  }

  synchronized void put(String tokenId, boolean active) {
    if (!kept.isZero()) {
      answers.remove(tokenId);
      answers.put(tokenId, new Answer(active, nanoTime.getAsLong()));
    }
  }
}
