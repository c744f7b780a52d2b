/**
 * A process that holds an embedded database, for tests that kill it: `node host.ts DATA_DIR [relaunch]`. It says what happens in
 * lines of JSON, stops in order when told `stop` on standard input, and with `relaunch` launches again when the database is lost.
 */
import { createInterface } from 'node:readline';
import { type Embedded, EmbeddedError, launchEmbedded } from '../launch.ts';

export type HostMessage =
  | { event: 'ready'; connection: Embedded['connection']; ms: number }
  | { event: 'refused'; message: string; hint: string }
  | { event: 'log'; message: string }
  | { event: 'lost' | 'stopped' | 'interrupted' };

const [dataDir = '', relaunch] = process.argv.slice(2);
const say = (message: HostMessage): void => void process.stdout.write(`${JSON.stringify(message)}\n`);

async function launch(): Promise<Embedded> {
  const begin = performance.now();
  const embedded = await launchEmbedded({ dataDir, log: (message) => say({ event: 'log', message }) });
  say({ event: 'ready', connection: embedded.connection, ms: performance.now() - begin });
  return embedded;
}

try {
  // As the server does: a Ctrl-C begins an orderly stop and does not end the process by itself.
  process.on('SIGINT', () => say({ event: 'interrupted' }));
  let current = await launch();
  createInterface(process.stdin).once('line', () => void stop());
  const stop = async (): Promise<void> => {
    await current.stop();
    say({ event: 'stopped' });
    process.exit();
  };
  for (;;) {
    await current.lost;
    say({ event: 'lost' });
    if (!relaunch) break;
    current = await launch();
  }
} catch (error) {
  if (!(error instanceof EmbeddedError)) throw error;
  say({ event: 'refused', message: error.message, hint: error.hint });
}
