import { hash, verify } from '@node-rs/argon2';

/** OWASP's advice for argon2id: 19 MiB, two passes, one lane; about 30 ms of one core. The library's default is argon2id. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The same password typed on another keyboard may come in another Unicode form. */
const normal = (password: string) => password.normalize('NFKC');

export const hashPassword = (password: string): Promise<string> => hash(normal(password), cost);

let nobodys: Promise<string> | undefined;

/** Compares in about the same time whether or not there is a hash, so that the time does not tell which addresses exist. */
export async function verifyPassword(known: string | null, password: string): Promise<boolean> {
  const compared = known ?? (await (nobodys ??= hashPassword('nobody has this password')));
  const matches = await verify(compared, normal(password));
  return matches && known !== null;
}
