import { oidcServer } from './oidc-server.ts';

// A provider as a process of its own, for tests that only meet it in a browser: the redirect URI, then people as JSON by name.
const [, , callback = '', people = '{}'] = process.argv;
const { issuer, client, people: known } = await oidcServer(callback);
for (const [name, person] of Object.entries(JSON.parse(people) as Record<string, object>)) known.set(name, person);
console.log(`provider ${JSON.stringify({ issuer, ...client })}`);
