import { isIP } from 'node:net';
import { z } from 'zod';
import { passwordProblem } from './operations/password/password-rule.ts';
import { readKeys } from './secret-keys.ts';
import { defaultDataDir } from './store/embedded/launch.ts';

/** A bad setting, named; shown without a stack trace. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

export type Config = {
  host: string;
  /** 0 takes any free port. */
  port: number;
  dataDir: string;
  /** Null: the embedded database. */
  databaseUrl: string | null;
  /** Null: the address that the server listens on. */
  publicUrl: string | null;
  logLevel: (typeof logLevels)[number];
  admin: { email: string; password: string } | null;
  /** The keys that secrets in the database are sealed with, the newest first; null: the one in the data directory. */
  secretKeys: Buffer[] | null;
  /** Hosts in private networks that may be called: a provider of sign-in, a receiver of webhooks. */
  privateHosts: string[];
};

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

/** The environment's settings: the one place where it is read. */
const environment = z.object({
  COACT_HOST: optional(
    z
      .string()
      .refine(
        (host) => isIP(host) !== 0 || (/^[a-z0-9.-]+$/i.test(host) && URL.canParse(`http://${host}`)),
        'is not a host name or address',
      ),
  ),
  COACT_PORT: optional(
    z.coerce.number('is not a number').int('is not a whole number').min(0, 'is below 0').max(65_535, 'is above 65535'),
  ),
  COACT_DATA_DIR: optional(z.string().min(1)),
  DATABASE_URL: optional(z.string().regex(/^postgres(ql)?:\/\//, 'does not begin with postgres:// or postgresql://')),
  COACT_PUBLIC_URL: optional(z.url({ protocol: /^https?$/, error: 'is not an http or https address' })),
  COACT_LOG_LEVEL: optional(z.enum(logLevels, { error: `is not one of ${logLevels.join(', ')}` })),
  COACT_ADMIN_EMAIL: optional(z.email('is not an e-mail address')),
  COACT_ADMIN_PASSWORD: optional(z.string()),
  COACT_SECRET_KEY: optional(
    z.string().transform((text, context) => {
      const keys = readKeys(text.split(','));
      if (!keys) context.addIssue('is not a key of 32 bytes in base64, or a list of them separated by commas');
      return keys ?? [];
    }),
  ),
  COACT_PRIVATE_HOSTS: optional(
    z.string().transform((text, context) => {
      const hosts = text.split(',').map((host) => host.trim().toLowerCase());
      const wrong = hosts.find(
        (host) => !URL.canParse(`https://${host}`) || new URL(`https://${host}`).hostname !== host,
      );
      if (wrong !== undefined)
        context.addIssue(`is not a list of host names separated by commas: ${wrong || 'one is empty'}`);
      return hosts;
    }),
  ),
  XDG_DATA_HOME: optional(z.string()),
  HOME: optional(z.string()),
});

/** Reads and checks the settings; a bad value is refused by its name. */
export function readConfig(env: Record<string, string | undefined>, uid: number): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ConfigError(`${issue?.path.join('.')} ${issue?.message}. Mend or unset it.`);
  }
  const { COACT_ADMIN_EMAIL: email, COACT_ADMIN_PASSWORD: password, XDG_DATA_HOME, HOME, ...set } = parsed.data;
  if ((email === undefined) !== (password === undefined)) {
    throw new ConfigError('COACT_ADMIN_EMAIL and COACT_ADMIN_PASSWORD belong together. Set both, or neither.');
  }
  const problem = password === undefined ? null : passwordProblem(password, { email: email ?? null });
  if (problem) throw new ConfigError(`COACT_ADMIN_PASSWORD ${problem}. Choose another.`);
  const home = { ...(XDG_DATA_HOME && { XDG_DATA_HOME }), ...(HOME && { HOME }) };
  return {
    host: set.COACT_HOST ?? '127.0.0.1',
    port: set.COACT_PORT ?? 4180,
    dataDir: set.COACT_DATA_DIR ?? defaultDataDir(home, uid),
    databaseUrl: set.DATABASE_URL ?? null,
    publicUrl: set.COACT_PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    logLevel: set.COACT_LOG_LEVEL ?? 'info',
    secretKeys: set.COACT_SECRET_KEY ?? null,
    privateHosts: set.COACT_PRIVATE_HOSTS ?? [],
    admin: email !== undefined && password !== undefined ? { email, password } : null,
  };
}
