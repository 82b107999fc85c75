package dev.latchkey.testkit.id;

import dev.latchkey.domain.port.Ids;

class SequentialIdsTest implements IdsContract {
  private final Ids ids = new SequentialIds();

  @Override
  public Ids ids() {
    return ids;
  }
}
