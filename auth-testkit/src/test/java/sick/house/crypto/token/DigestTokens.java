package sick.house.crypto.token;

import org.bouncycastle.crypto.Digest;

final class DigestTokens extends Digest {}
