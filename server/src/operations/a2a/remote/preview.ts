import { refuse } from '../../../domain/refusals.ts';
import { query } from '../../define.ts';
import { problemOfAddress } from '../../outbound/problem-of-address.ts';
import { cardResource, exampleCard, lookAtCard } from './card.ts';
import { place } from './place.ts';
import { exampleRemote } from './resource.ts';

export default query({
  name: 'participant.preview_remote',
  summary: 'Read the agent card at an address, before a participant is said to be there; nothing is written.',
  http: 'POST /v1/remotes/preview',
  input: place,
  output: cardResource,
  secrets: ['credentials'],
  needs: { action: 'participant.set_remote' },
  refuses: ['invalid_input', 'busy'],
  example: { input: { url: exampleRemote.url }, output: exampleCard },

  async handle({ server }, { url, credentials = '', scheme = 'Bearer' }) {
    const problem = problemOfAddress(url, server.privateHosts);
    if (problem) return refuse('invalid_input', { errors: [{ field: 'url', problem }] });
    const remote = { url, credentials: { reveal: () => credentials }, scheme: credentials === '' ? '' : scheme };
    return lookAtCard({ remote, server, signal: new AbortController().signal });
  },
});
