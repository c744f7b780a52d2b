import { z } from 'zod';
import { limits } from '../../domain/limits.ts';
import { progressOf } from '../../domain/decision-progress.ts';
import { refuse } from '../../domain/refusals.ts';
import { withItems } from '../../store/decisions.ts';
import { completeIndex, effectsOf, listEntries } from '../../store/ledger-index.ts';
import type { Connection } from '../../store/database.ts';
import { findRequest } from '../../store/requests.ts';
import { query } from '../define.ts';
import { ids } from '../examples.ts';
import { id } from '../resources/basics.ts';
import { exampleDecision, showWholeDecision, wholeDecision } from '../resources/decision.ts';
import { showEntry } from '../resources/event.ts';

export default query({
  name: 'decision.get',
  summary: 'Read one decision: who decided it, when, by what right, knowing what, and what followed.',
  http: 'GET /v1/decisions/{id}',
  input: z.object({ id }),
  output: wholeDecision,
  needs: { action: 'ledger.read' },
  refuses: ['not_found'],
  example: {
    input: { id: ids.request },
    output: {
      ...exampleDecision,
      recommendation: { option: 'o1', reason: 'It works.', by: ids.bot },
      keptBack: false,
      roles: { recommend: ids.bot, agree: [], perform: null, input: [], decide: ids.ana },
      wanted: [],
      choices: [],
      agreements: [],
      inputs: [],
      judgement: null,
      knowing: { revision: 2, answers: [], evidence: [], agreements: 0, inputs: 0 },
      seenAt: ids.at,
      dwell: 40,
      performance: null,
      followed: [{ id: '0197a000-0000-7000-8000-000000000041', type: 'item.answered', at: ids.at, itemKey: 'OPS-12' }],
    },
  },

  async handle({ connection }, { id: named }) {
    const request = await findRequest(connection, named);
    const [logged] = request?.kind === 'decision' ? await withItems(connection, [request]) : [];
    if (!logged) return refuse('not_found', { field: 'id', decision: named });
    const { handoff } = progressOf(logged.request.response);
    return showWholeDecision(logged, {
      ...(await whatFollowed(connection, named)),
      handoff: handoff === null ? null : await findRequest(connection, handoff),
    });
  },
});

/** The fact of the choice, with how long it was looked at, and the facts that it caused. */
async function whatFollowed(connection: Connection, request: string) {
  await completeIndex(connection);
  const entries = await listEntries(connection, { request, order: 'newest', after: null, limit: limits.pageSize });
  const chosen = entries.map(showEntry).find(({ type }) => type === 'request.answered' || type === 'request.expired');
  if (!chosen) return { dwell: null, followed: [] };
  const effects = await effectsOf(connection, chosen.id, limits.pageSize);
  const dwell = typeof chosen.data['dwell'] === 'number' ? chosen.data['dwell'] : null;
  const followed = effects
    .map(showEntry)
    .map(({ id: event, type, at, item }) => ({ id: event, type, at, itemKey: item?.key ?? null }));
  return { dwell, followed };
}
