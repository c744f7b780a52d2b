import { z } from 'zod';
import { deliver } from '../../domain/execute-work.ts';
import { limits } from '../../domain/limits.ts';
import { isRefusal } from '../../domain/refusals.ts';
import { text } from '../../domain/contract.ts';
import { isOpen } from '../../domain/work-item.ts';
import { childrenOf } from '../../store/items.ts';
import { command } from '../define.ts';
import { evidenceInput, gatherEvidence, keepArtifacts, keepEvidence } from '../evidence-changes.ts';
import { exampleItem, ids } from '../examples.ts';
import { gather } from '../gather.ts';
import { fence, id } from '../resources/basics.ts';
import { changed, itemResource, showItem } from '../resources/item.ts';
import { askForReview, findVerifier } from '../review-changes.ts';
import { explainEnd, fenceOf, requireRun, runFacts } from '../run-changes.ts';

export default command({
  name: 'run.deliver',
  summary: 'Hand the work over for review, with evidence for every required criterion.',
  http: 'POST /v1/runs/{id}/deliver',
  input: z.object({
    id,
    fence,
    summary: text.min(1).describe('What was done, for whoever verifies it.'),
    evidence: z.array(evidenceInput).max(limits.evidence).default([]),
  }),
  output: itemResource,
  needs: { action: 'run.report', facts: runFacts },
  refuses: ['not_found', 'stale_fence', 'unknown_reference', 'evidence_missing', 'children_open'],
  example: {
    input: {
      id: ids.run,
      fence: 7,
      summary: 'The certificate is renewed.',
      evidence: [{ criterion: 'c1', text: 'openssl s_client: valid until 2027-01-05' }],
    },
    output: { ...exampleItem, state: 'review', version: 4 },
  },

  async load(context, input) {
    const found = await gather({
      run: requireRun(context, input.id),
      gathered: gatherEvidence(context.connection, input.evidence),
    });
    if (isRefusal(found)) return found;
    const { run } = found.run;
    const { item } = run;
    const children = item.openChildren > 0 ? await childrenOf(context.connection, item.id) : [];
    const openChildren = children.filter(({ state }) => isOpen(state)).map(({ key }) => key);
    return {
      run,
      gathered: found.gathered,
      openChildren,
      verifier: await findVerifier(context.connection, item, run.executor),
    };
  },

  decide(context, { run, gathered, openChildren, verifier }, { fence: sent, summary }) {
    const { item } = run;
    const { evidence, artifacts } = gathered;
    const decided = deliver(item, { fence: fenceOf(run, sent), summary, evidence, openChildren });
    const events = explainEnd(run, decided);
    if (isRefusal(events)) return events;
    const after = context.changes.item(item, events);
    keepArtifacts(context, artifacts);
    keepEvidence(context, run, evidence);
    askForReview(context, after, verifier);
    return showItem(changed(item, after), context.now);
  },
});
