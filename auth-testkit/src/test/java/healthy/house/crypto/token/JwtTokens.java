package healthy.house.crypto.token;

import com.nimbusds.jose.JWSObject;

public final class JwtTokens extends JWSObject {}
