package sick.house.verifier;

import com.nimbusds.jose.JWSObject;

final class LibraryVerifier extends JWSObject {}
