package com.example.orders;

import static io.micronaut.security.rules.SecurityRule.IS_AUTHENTICATED;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;

@Controller("/orders")
class OrdersController {

  @Get
  @Produces(MediaType.TEXT_PLAIN)
  @Secured(IS_AUTHENTICATED)
  String orders(Authentication caller) {
    return "No orders yet, " + caller.getAttributes().get("email") + ".";
  }
}
