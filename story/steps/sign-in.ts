import { join } from 'node:path';
import { eventually, fact } from '../not-as-told.ts';
import { type People, type Person, type Scene, connectAs, pathOf } from '../scene.ts';

/** The server starts with nothing; Ana sets it up with the link it printed; Ben comes by her invitation. */
export async function signIn(scene: Scene): Promise<People> {
  const { narrator } = scene;
  const { url, link } = await startServer(scene);
  narrator.tell(`The server is ready at ${url}, with a database of its own in an empty folder.`);

  const ana = await follow(url, link, { name: 'Ana Lima', email: 'ana@example.org' });
  fact('whoever used the set-up link is the first admin', ana.participant.role === 'admin', ana.participant.role);
  const again = await connectAs(url).session.create({ email: 'ana@example.org', password: passwordOf('Ana Lima') });
  fact('Ana can sign in again with her password', again.participant.id === ana.participant.id);
  narrator.tell('Ana Lima used the set-up link once and is the admin; her password signs her in.');

  const created = await ana.client.participant.create({ kind: 'human', name: 'Ben Okoro', email: 'ben@example.org' });
  const invitation = await ana.client.participant.invite({ id: created.id });
  const ben = await follow(url, invitation.url, { name: 'Ben Okoro', email: 'ben@example.org' });
  fact('the invited person takes the seat that was made for them', ben.participant.id === created.id);
  fact('a member is no admin', ben.participant.role === 'member', ben.participant.role);
  narrator.tell('Ana invited Ben Okoro, who signed in through his own link.');
  return { url, ana, ben };
}

async function startServer({ processes, folder }: Scene): Promise<{ url: string; link: string }> {
  const server = processes.start({
    name: 'the server',
    args: [pathOf('../server/src/main.ts')],
    env: { COACT_DATA_DIR: join(folder, 'data'), COACT_PORT: '0', COACT_LOG_LEVEL: 'warn', HOME: folder },
  });
  const at = /https?:\S+/;
  const [url = ''] = at.exec(await server.line(/^Coact is at/, 60)) ?? [];
  const [link = ''] = at.exec(await server.line(/^Set up the first admin/, 10)) ?? [];
  await eventually('the server says that it is ready', async () => (await fetch(`${url}/readyz`)).ok, 10);
  return { url, link };
}

/** Follows a set-up link as its page does: the secret stands behind the `#`. */
async function follow(url: string, link: string, who: { name: string; email: string }): Promise<Person> {
  const token = new URL(link).hash.slice(1);
  const session = await connectAs(url).setup.complete({ token, ...who, password: passwordOf(who.name) });
  const client = connectAs(url, session.token);
  const me = await client.me.get();
  fact(`${who.name} is who they said`, me.name === who.name && me.kind === 'human', me);
  return { participant: session.participant, client, token: session.token };
}

const passwordOf = (name: string) => `${name} keeps a long one`;
