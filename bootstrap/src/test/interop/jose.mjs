// Verifies tokens by the published keys, before and after a rotation, and after one was taken out.
import assert from 'node:assert/strict';
import { createRemoteJWKSet, customFetch, decodeProtectedHeader, errors, jwtVerify } from 'jose';
import { algorithm, audience, done, eventually, issuer, logIn, operate } from './service.mjs';

const metadata = await (await fetch(issuer + '/.well-known/oauth-authorization-server')).json();
assert.equal(metadata.issuer, issuer);
let fetches = 0;
const keys = createRemoteJWKSet(new URL(metadata.jwks_uri), {
  [customFetch]: (...request) => {
    fetches++;
    return fetch(...request);
  },
});
const kid = (token) => decodeProtectedHeader(token).kid;
const verify = (token) =>
  jwtVerify(token, keys, {
    algorithms: [algorithm],
    audience,
    issuer,
    requiredClaims: ['client_id', 'iat', 'jti', 'sid', 'sub'],
    typ: 'at+jwt',
  });

const old = await logIn();
const { payload } = await verify(old);
assert.equal(payload.client_id, 'latchkey');
await assert.rejects(verify(old.slice(0, -8) + 'AAAAAAAA'), errors.JWSSignatureVerificationFailed);

// The next key is in the list already: nobody has to ask again.
await operate('rotate-keys', '--now');
const fresh = await eventually(async () => {
  const token = await logIn();
  return kid(token) !== kid(old) && token;
});
await verify(fresh);
await verify(old);
assert.equal(fetches, 1);

await operate('rotate-keys', '--compromised', kid(fresh));
await eventually(async () => {
  await keys.reload();
  return !keys.jwks().keys.some((key) => key.kid === kid(fresh));
});
await assert.rejects(verify(fresh), errors.JWKSNoMatchingKey);
await verify(old);
await verify(await eventually(async () => {
  const token = await logIn();
  return kid(token) !== kid(fresh) && token;
}));
done();
