import { z } from 'zod';
import { briefMarkdown } from '../../domain/brief-markdown.ts';
import type { Brief } from '../../domain/brief.ts';
import { isRefusal } from '../../domain/refusals.ts';
import { maxTokens } from '../brief.ts';
import { query } from '../define.ts';
import { idOrKey } from '../resources/basics.ts';
import brief from './brief.ts';

const briefText = z
  .object({ markdown: z.string().describe('What others wrote stands in fences marked as data.') })
  .meta({ id: 'BriefText', description: 'A brief as Markdown.' });

export default query({
  name: 'item.brief_markdown',
  summary: 'The brief of a work item as Markdown, for a reader without a parser.',
  http: 'GET /v1/items/{id}/brief/markdown',
  input: z.object({ id: idOrKey, maxTokens }),
  output: briefText,
  needs: { action: 'workspace.read' },
  refuses: ['not_found'],
  example: {
    input: { id: 'OPS-12', maxTokens: 4_000 },
    output: { markdown: '# OPS-12 (task, revision 1)\n\n```data title\nRenew the certificate\n```\n' },
  },

  async handle(context, input) {
    const answer = await brief.handle?.(context, input as never);
    return isRefusal(answer) ? answer : { markdown: briefMarkdown(answer as Brief) };
  },
});
