package com.example.orders;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;

@SpringBootApplication
public class OrdersApplication {

  public static void main(String[] args) {
    SpringApplication.run(OrdersApplication.class, args);
  }

  /// Without this, Spring takes tokens of the type `JWT` only; access tokens are `at+jwt` (RFC
  /// 9068).
  @Bean
  JwtTypeValidator accessTokensOnly() {
    return new JwtTypeValidator("at+jwt");
  }
}
