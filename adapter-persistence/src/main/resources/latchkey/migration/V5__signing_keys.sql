-- The keys that access tokens are signed with. A private key stands here only sealed, under a key
-- that the database does not know; of one that has expired nothing but its name is left.
CREATE TABLE auth.signing_key (
  id text COLLATE "C" PRIMARY KEY,
  algorithm text COLLATE "C" NOT NULL,
  state text COLLATE "C" NOT NULL,
  public_key bytea,
  sealed_private_key bytea,
  created_at timestamptz NOT NULL,
  signs_from timestamptz NOT NULL,
  believed_until timestamptz,
  CONSTRAINT signing_key_id_form CHECK (id ~ '^[A-Za-z0-9_-]{1,128}$'),
  CONSTRAINT signing_key_algorithm_known CHECK (algorithm IN ('HS256', 'ES256', 'EdDSA', 'RS256')),
  CONSTRAINT signing_key_state_known CHECK (state IN ('PENDING', 'ACTIVE', 'RETIRED', 'EXPIRED')),
  CONSTRAINT signing_key_retired_has_end CHECK (state <> 'RETIRED' OR believed_until IS NOT NULL),
  CONSTRAINT signing_key_pair CHECK (
    CASE WHEN state = 'EXPIRED' OR algorithm = 'HS256'
      THEN public_key IS NULL AND sealed_private_key IS NULL
      ELSE public_key IS NOT NULL AND sealed_private_key IS NOT NULL END
  )
);

CREATE UNIQUE INDEX signing_key_one_active ON auth.signing_key ((true)) WHERE state = 'ACTIVE';
CREATE UNIQUE INDEX signing_key_one_pending ON auth.signing_key ((true)) WHERE state = 'PENDING';
