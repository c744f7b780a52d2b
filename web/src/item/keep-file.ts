import { server } from '../state/server.ts';

/** Keeps a file on the server; gives its SHA-256. Throws CoactError. */
export async function keepFile(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { sha256 } = await server.artifact.create({
    name: file.name,
    mediaType: file.type || 'application/octet-stream',
    base64: base64Of(bytes),
  });
  return sha256;
}

/** In parts: a call with as many arguments as a file has bytes would not fit on the stack. */
function base64Of(bytes: Uint8Array): string {
  const PART = 0x8000;
  let binary = '';
  for (let at = 0; at < bytes.length; at += PART) binary += String.fromCharCode(...bytes.subarray(at, at + PART));
  return btoa(binary);
}
