package dev.latchkey.bootstrap.bench;

import java.util.List;

/// Something to be measured.
///
/// @param callers who do it at once
record Work(String name, List<Call> callers) {

  Work {
    callers = List.copyOf(callers);
  }
}
