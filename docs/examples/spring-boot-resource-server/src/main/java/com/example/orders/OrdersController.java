package com.example.orders;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OrdersController {

  @GetMapping("/orders")
  String orders(@AuthenticationPrincipal Jwt token) {
    return "No orders yet, " + token.getClaimAsString("email") + ".";
  }
}
