package com.example.orders;

import io.micronaut.runtime.Micronaut;

/// A service with one path, `/orders`, for whoever brings an access token.
public final class OrdersApplication {

  private OrdersApplication() {}

  public static void main(String[] args) {
    Micronaut.run(OrdersApplication.class, args);
  }
}
