import { z } from 'zod';
import { line } from '../../domain/contract.ts';
import { limits } from '../../domain/limits.ts';
import { isRefusal } from '../../domain/refusals.ts';
import { conclusions, isNamed } from '../../domain/webhook/inbound.ts';
import { addComment } from '../add-comment.ts';
import { command } from '../define.ts';
import { keepArtifacts, keepEvidence, makeArtifact } from '../evidence-changes.ts';
import { ids } from '../examples.ts';
import { workFacts } from '../item-facts.ts';
import { requireItem } from '../references.ts';
import { id, idOrKey } from '../resources/basics.ts';

const words: Record<(typeof conclusions)[number], string> = {
  passed: 'passed',
  failed: 'failed',
  neutral: 'ended without a verdict',
};

export default command({
  name: 'check.report',
  summary: 'Tell how a check of another system went, as evidence on an item; whoever works on it hears it.',
  http: 'POST /v1/items/{id}/checks',
  status: 201,
  input: z.object({
    id: idOrKey,
    name: line(limits.nameLength).describe('What was checked, such as `build`.'),
    conclusion: z.enum(conclusions),
    criterion: line(limits.titleLength)
      .optional()
      .describe('What it shows: the id of a criterion or a part of its text. Else the one whose check names it.'),
    url: z.url().max(2_000).optional().describe('Where more is to be read.'),
    text: z.string().max(limits.reasonLength).optional(),
  }),
  output: z.object({
    item: id,
    artifact: z.string().describe('The SHA-256 of what was kept.'),
    criterion: z.string().nullable().describe('The id of the criterion that it is evidence for.'),
    run: id.nullable().describe('The attempt that it is about.'),
  }),
  needs: { action: 'check.report', facts: workFacts },
  refuses: ['not_found'],
  example: {
    input: { id: 'OPS-12', name: 'build', conclusion: 'passed', url: 'https://ci.example.com/runs/7' },
    output: { item: ids.item, artifact: ids.artifact, criterion: 'c1', run: ids.run },
  },

  async load({ connection }, { id: named }) {
    const item = await requireItem(connection, named);
    return isRefusal(item) ? item : { item };
  },

  decide(context, { item }, { id: _, criterion: said, ...check }) {
    const { name, conclusion, url, text } = check;
    const content = Buffer.from(
      JSON.stringify({ ...check, item: item.key, at: new Date(context.now).toISOString() }),
      'utf8',
    );
    const artifact = makeArtifact({
      content,
      mediaType: 'application/json',
      name: `${name}.json`.slice(0, limits.nameLength),
    });
    const shown = item.contract.criteria.find((one) =>
      said === undefined ? one.check?.toLowerCase().includes(name.toLowerCase()) : isNamed(one, said),
    );
    const criterion = shown?.id ?? null;
    const run = item.run?.id ?? item.delivery?.run ?? null;
    keepArtifacts(context, [artifact]);
    if (run && criterion)
      keepEvidence(context, { id: run, item }, [{ criterion, artifact: artifact.sha256, name: artifact.name }]);
    context.changes.fact(
      {
        type: 'check.reported',
        data: { name, conclusion, url: url ?? null, artifact: artifact.sha256, criterion, run },
      },
      { item },
    );
    const about = [`${name} ${words[conclusion]}.`, text, url].filter(Boolean).join(' ');
    addComment(context, item, about.slice(0, limits.textLength));
    return { item: item.id, artifact: artifact.sha256, criterion, run };
  },
});
