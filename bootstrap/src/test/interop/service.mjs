// What the scripts share: where the service is, who may log in, and what its operator does.
import { createInterface } from 'node:readline';

export const issuer = process.env.ISSUER;
export const login = process.env.LOGIN;
export const password = process.env.PASSWORD;
export const clientId = process.env.CLIENT_ID;
export const clientSecret = process.env.CLIENT_SECRET;
export const algorithm = process.env.ALGORITHM;
export const audience = 'latchkey';

const answers = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

/** Has a command of the service run to its end. */
export async function operate(...command) {
  console.log('> ' + command.join(' '));
  await answers.next();
}

/** Waits for something that comes within seconds. */
export async function eventually(condition) {
  for (let attempt = 0; attempt < 300; attempt++) {
    const result = await condition();
    if (result) {
      return result;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('it does not come to that: ' + condition);
}

/** An access token by a log-in. */
export async function logIn() {
  const response = await fetch(issuer + '/auth/login', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password }),
  });
  if (response.status !== 200) {
    throw new Error(await response.text());
  }
  return (await response.json()).access_token;
}

/** Ends the script well. */
export function done() {
  console.log('done');
  process.exit(0);
}
