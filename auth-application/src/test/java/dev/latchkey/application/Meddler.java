package dev.latchkey.application;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/// Somebody else who acts between two steps of a use case: the loser's view of a race, without
/// threads.
public final class Meddler {
  private Meddler() {}

  /// A port that does something else first, each time this method is called.
  public static <P> P before(Class<P> port, P real, String method, Runnable meddling) {
    var proxy =
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (self, called, arguments) -> {
              if (called.getName().equals(method)) {
                meddling.run();
              }
              try {
                return called.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getTargetException();
              }
            });
    return port.cast(proxy);
  }
}
