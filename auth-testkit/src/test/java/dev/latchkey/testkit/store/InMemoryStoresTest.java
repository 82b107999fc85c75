package dev.latchkey.testkit.store;

class InMemoryStoresTest extends KeptInMemory {

  InMemoryStoresTest() {
    super(new InMemoryState());
  }
}
