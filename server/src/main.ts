import { type Config, ConfigError, readConfig } from './config.ts';
import { type Running, startServer } from './server.ts';
import { KeyFileError } from './secret-keys.ts';
import { EmbeddedError } from './store/embedded/launch.ts';
import { MigrationError } from './store/migrate.ts';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Coact needs Node.js 22.18 or newer, and this is ${process.version}. Start it with \`npm start\`, which brings its own.`,
  );
  process.exit(1);
}

let config: Config | null = null;
let running: Running | null = null;
let ending: Promise<void> | null = null;

/** Ends once: requests in flight are answered, jobs finish their step, the database stops. */
const end = (code: number) => {
  ending ??= (running?.stop() ?? Promise.resolve()).then(
    () => process.exit(code),
    (error: unknown) => fail(error),
  );
};

/** A name without an address fails alike for the database and for where we listen. */
const isOwnHost = (error: unknown) => error instanceof Error && 'hostname' in error && error.hostname === config?.host;

/** What is said without a stack trace. */
const isKnown = (error: unknown) =>
  error instanceof ConfigError ||
  error instanceof EmbeddedError ||
  error instanceof KeyFileError ||
  error instanceof MigrationError;

function fail(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (isKnown(error)) console.error('hint' in error ? `${error.message} ${error.hint}` : error.message);
  else if (code === 'EADDRINUSE')
    console.error(`Port ${config?.port ?? ''} is taken. End the program that uses it, or set COACT_PORT to another.`);
  else if (code === 'EADDRNOTAVAIL' || isOwnHost(error))
    console.error('COACT_HOST is no address of this machine. Set it to one that is, such as 127.0.0.1.');
  else if (code === 'EACCES')
    console.error(
      'That port or folder may not be used. Set COACT_PORT above 1023, or COACT_DATA_DIR to a folder of yours.',
    );
  else if (/^(ECONN|ENOTFOUND|ETIMEDOUT|28|3D)/.test(code))
    console.error(`The database cannot be used (${(error as Error).message || code}). Check DATABASE_URL.`);
  else console.error(error);
  process.exit(1);
}

process.on('SIGTERM', () => end(0));
process.on('SIGINT', () => end(0));
process.on('unhandledRejection', (error) => {
  console.error(error);
  end(1);
});

try {
  config = readConfig(process.env, process.getuid?.() ?? 1000);
  running = await startServer(config, (error) => {
    console.error(error);
    end(1);
  });
  console.log(`Coact is at ${running.url}`);
  if (running.setupUrl) console.log(`Set up the first admin (once, within 48 hours): ${running.setupUrl}`);
} catch (error) {
  fail(error);
}
