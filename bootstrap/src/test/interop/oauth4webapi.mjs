// The same at a lower level, and the checks of a resource server after RFC 9068.
import assert from 'node:assert/strict';
import * as oauth from 'oauth4webapi';
import { audience, clientId, clientSecret, done, issuer, login, password } from './service.mjs';

const loopback = { [oauth.allowInsecureRequests]: true };
const url = new URL(issuer);
const servers = [];
for (const algorithm of ['oauth2', 'oidc']) {
  const response = await oauth.discoveryRequest(url, { algorithm, ...loopback });
  servers.push(await oauth.processDiscoveryResponse(url, response));
}
const [server, sameServer] = servers;
assert.deepEqual(sameServer, server);
const calledWith = (token) =>
  oauth.validateJwtAccessToken(
    server,
    new Request('https://orders.example.org/', { headers: { authorization: 'Bearer ' + token } }),
    audience,
    loopback,
  );

const app = { client_id: 'an-app' };
const pair = await oauth.processGenericTokenEndpointResponse(
  server,
  app,
  await oauth.genericTokenEndpointRequest(
    server,
    app,
    oauth.None(),
    'password',
    { username: login, password },
    loopback,
  ),
);
assert.equal((await calledWith(pair.access_token)).sub, pair.user.id);
await assert.rejects(calledWith(pair.refresh_token));
const next = await oauth.processRefreshTokenResponse(
  server,
  app,
  await oauth.refreshTokenGrantRequest(server, app, oauth.None(), pair.refresh_token, loopback),
);
assert.equal((await calledWith(next.access_token)).sub, pair.user.id);

const service = { client_id: clientId };
for (const authentication of [oauth.ClientSecretBasic, oauth.ClientSecretPost]) {
  const secret = authentication(clientSecret);
  const own = await oauth.processClientCredentialsResponse(
    server,
    service,
    await oauth.clientCredentialsGrantRequest(server, service, secret, {}, loopback),
  );
  const claims = await calledWith(own.access_token);
  assert.equal(claims.sub, clientId);
  assert.equal(claims.scope, 'orders.read users.read');
  const introspect = async (token) =>
    oauth.processIntrospectionResponse(
      server,
      service,
      await oauth.introspectionRequest(server, service, secret, token, loopback),
    );
  assert.equal((await introspect(own.access_token)).active, true);
  await oauth.processRevocationResponse(
    await oauth.revocationRequest(server, service, secret, own.access_token, loopback),
  );
  assert.equal((await introspect(own.access_token)).active, false);
}
done();
