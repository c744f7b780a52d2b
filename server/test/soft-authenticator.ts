import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

/** What somebody holds who signs in with a passkey: an authenticator as WebAuthn describes it, in software. */

type Options = Record<string, unknown>;
/** What a dishonest or careless one does otherwise. */
export type Twist = { origin?: string; verified?: boolean; counter?: number; userHandle?: string };

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest();
const text = (value: unknown, field: string): string => {
  const found = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[field] : undefined;
  return typeof found === 'string' ? found : '';
};

export function softAuthenticator(origin = 'http://localhost:4180') {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(16);
  const credential = id.toString('base64url');
  let count = 0;
  let handle = '';

  const clientData = (type: string, challenge: string, { origin: claimed = origin }: Twist) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: claimed, crossOrigin: false }));
  const authData = (host: string, { verified = true, counter }: Twist, more = Buffer.alloc(0)) => {
    count += 1;
    const head = Buffer.alloc(5);
    head.writeUInt8(1 | (verified ? 4 : 0) | (more.length > 0 ? 0x40 : 0));
    head.writeUInt32BE(counter ?? count, 1);
    return Buffer.concat([sha256(host), head, more]);
  };

  return {
    credential,
    /** Answers `navigator.credentials.create`. */
    create(options: Options, twist: Twist = {}) {
      handle = text(options['user'], 'id');
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
      const cose = new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
        [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
      ]);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const attested = Buffer.concat([Buffer.alloc(16), length, id, Buffer.from(isoCBOR.encode(cose))]);
      const made = new Map<string, string | Map<string, string> | Uint8Array>([
        ['fmt', 'none'],
        ['attStmt', new Map<string, string>()],
        ['authData', new Uint8Array(authData(text(options['rp'], 'id'), twist, attested))],
      ]);
      const clientDataJSON = clientData('webauthn.create', text(options, 'challenge'), twist).toString('base64url');
      const attestationObject = Buffer.from(isoCBOR.encode(made)).toString('base64url');
      return {
        id: credential,
        rawId: credential,
        type: 'public-key',
        response: { clientDataJSON, attestationObject, transports: ['internal'] },
        clientExtensionResults: {},
        authenticatorAttachment: 'platform',
      };
    },
    /** Answers `navigator.credentials.get`. */
    get(options: Options, twist: Twist = {}) {
      const client = clientData('webauthn.get', text(options, 'challenge'), twist);
      const data = authData(text(options, 'rpId'), twist);
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey);
      const response = {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signature.toString('base64url'),
        ...((twist.userHandle ?? handle) && { userHandle: twist.userHandle ?? handle }),
      };
      return { id: credential, rawId: credential, type: 'public-key', response, clientExtensionResults: {} };
    },
  };
}

export type SoftAuthenticator = ReturnType<typeof softAuthenticator>;
