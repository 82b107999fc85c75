package healthy.house.crypto.password;

import org.bouncycastle.crypto.Digest;

public final class Argon2Hasher extends Digest {}
