package sick.house.crypto.password;

import com.nimbusds.jose.JWSObject;

final class JwtHasher extends JWSObject {}
