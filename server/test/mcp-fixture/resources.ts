import { type ReadResourceResult, ResourceNotFoundError } from '@modelcontextprotocol/server';
import { PIXEL } from './bytes.ts';

const text = { uri: 'test://static-text', mimeType: 'text/plain' };
const binary = { uri: 'test://static-binary', mimeType: 'image/png' };
const watched = { uri: 'test://watched-resource', mimeType: 'text/plain' };

export const resources = [
  { ...text, name: 'static-text', description: 'A text.' },
  { ...binary, name: 'static-binary', description: 'A picture.' },
  { ...watched, name: 'watched-resource', description: 'A text that may be watched.' },
];

export const resourceTemplates = [
  {
    uriTemplate: 'test://template/{id}/data',
    name: 'template',
    description: 'The data of an id.',
    mimeType: 'application/json',
  },
];

export async function readResource(uri: string): Promise<ReadResourceResult> {
  if (uri === text.uri) return { contents: [{ ...text, text: 'This is the content of the static text resource.' }] };
  if (uri === binary.uri) return { contents: [{ ...binary, blob: PIXEL }] };
  if (uri === watched.uri) return { contents: [{ ...watched, text: 'Nothing has changed.' }] };
  const id = /^test:\/\/template\/([^/]+)\/data$/.exec(uri)?.[1];
  if (id === undefined) throw new ResourceNotFoundError(uri);
  const data = JSON.stringify({ id, templateTest: true, data: `Data for ID: ${id}` });
  return { contents: [{ uri, mimeType: 'application/json', text: data }] };
}
