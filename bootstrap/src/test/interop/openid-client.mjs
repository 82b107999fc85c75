// Sets itself up by discovery, then does all that a client may.
import assert from 'node:assert/strict';
import * as client from 'openid-client';
import { clientId, clientSecret, done, issuer, login, password } from './service.mjs';

const discover = (id, authentication, kind = 'oauth2') =>
  client.discovery(new URL(issuer), id, undefined, authentication, {
    algorithm: kind,
    execute: [client.allowInsecureRequests],
  });
const me = new URL(issuer + '/auth/me');

const app = await discover('an-app', client.None());
const asOpenId = await discover('an-app', client.None(), 'oidc');
assert.deepEqual(asOpenId.serverMetadata(), app.serverMetadata());

const pair = await client.genericGrantRequest(app, 'password', { username: login, password });
assert.equal(pair.token_type, 'bearer');
assert.equal((await client.fetchProtectedResource(app, pair.access_token, me, 'GET')).status, 200);
const next = await client.refreshTokenGrant(app, pair.refresh_token);
assert.notEqual(next.refresh_token, pair.refresh_token);
assert.ok(next.expiresIn() > 0);
await assert.rejects(
  client.genericGrantRequest(app, 'password', { username: login, password: 'wrong-' + password }),
  (error) => error.status === 401,
);
await assert.rejects(client.refreshTokenGrant(app, 'no.such.token'), { error: 'invalid_grant' });

for (const authentication of [client.ClientSecretBasic, client.ClientSecretPost]) {
  const service = await discover(clientId, authentication(clientSecret));
  const own = await client.clientCredentialsGrant(service, { scope: 'orders.read' });
  assert.equal(own.scope, 'orders.read');
  assert.equal(own.refresh_token, undefined);
  const answer = await client.tokenIntrospection(service, own.access_token);
  assert.equal(answer.active, true);
  assert.equal(answer.client_id, clientId);
  assert.equal(answer.scope, 'orders.read');
  await client.tokenRevocation(service, own.access_token);
  assert.deepEqual(await client.tokenIntrospection(service, own.access_token), { active: false });
  await assert.rejects(client.clientCredentialsGrant(service, { scope: 'orders.write' }), {
    error: 'invalid_scope',
  });
}

const service = await discover(clientId, client.ClientSecretBasic(clientSecret));
const seen = await client.tokenIntrospection(service, next.access_token);
assert.equal(seen.active, true);
assert.equal(seen.sub, pair.user.id);
assert.equal((await client.tokenIntrospection(service, 'nothing')).active, false);
await client.tokenRevocation(service, next.refresh_token);
assert.equal((await client.tokenIntrospection(service, next.access_token)).active, false);
await assert.rejects(
  client.fetchProtectedResource(app, next.access_token, me, 'GET'),
  (error) => error.cause[0].parameters.error === 'invalid_token',
);
const stranger = await discover(clientId, client.ClientSecretBasic('wrong'));
await assert.rejects(client.clientCredentialsGrant(stranger), (error) => error.status === 401);
done();
