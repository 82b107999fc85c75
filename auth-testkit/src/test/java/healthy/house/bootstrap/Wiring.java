package healthy.house.bootstrap;

import healthy.house.application.account.FindUser;
import healthy.house.crypto.password.Argon2Hasher;
import healthy.house.crypto.token.JwtTokens;

record Wiring(Argon2Hasher hasher, JwtTokens tokens, FindUser findUser) {}
