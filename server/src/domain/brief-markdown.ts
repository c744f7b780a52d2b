import type { Brief } from './brief.ts';

/**
 * The brief as text for a reader without a parser. Whatever other participants wrote stands in fences that name it as data; a
 * fence is longer than any inside it, so nothing gets out of it.
 */
export function briefMarkdown(brief: Brief): string {
  const { item, contract, authority } = brief;
  const sections: [string, (string | null)[]][] = [
    [`${item.key} (${item.type}, revision ${item.revision})`, [data('title', item.title), brief.note]],
    ['Outcome', [data('outcome', contract.outcome)]],
    ['Criteria', contract.criteria.map(criterionLine)],
    ['Scope', [listed('included', contract.scope.included), listed('excluded', contract.scope.excluded)]],
    ['Terms', [termsLine(contract), brief.budget && `Budget: ${JSON.stringify(brief.budget)}`]],
    ['You may decide', [bullets(authority.mayDecide)]],
    ['You must ask before', [bullets(authority.mustAsk), `Owner: ${authority.owner}`]],
    ['You must not', [bullets(authority.mustNot)]],
    ['How to deliver', [brief.howToDeliver]],
    ['Answers so far', brief.answers.map(({ question, answer }) => data('answer', `${question}\n→ ${answer}`))],
    ['Open requests', brief.openRequests.map(({ id, kind, text }) => `${kind} ${id}\n${data('request', text)}`)],
    [
      'Why',
      brief.why.map(({ kind, key, title, outcome }) => data(kind, [key, title, outcome].filter(Boolean).join('\n'))),
    ],
    ['Context', [data('context', contract.context), listed('links', contract.links)]],
    [
      'What this waited for',
      brief.dependencies.map(({ key, state, title, result, evidence }) =>
        data(
          'result',
          [`${key} (${state}) ${title}`, result, ...evidence.map((one) => `${one.name}: ${one.artifact}`)]
            .filter(Boolean)
            .join('\n'),
        ),
      ),
    ],
    [
      'Earlier attempts',
      brief.earlierAttempts.map(({ executor, ending, note, verdicts }) =>
        data(
          'attempt',
          [
            `${ending}, by ${executor}`,
            note,
            ...(verdicts ?? []).map((one) => `${one.criterion}: ${one.verdict}${one.reason ? `, ${one.reason}` : ''}`),
          ]
            .filter(Boolean)
            .join('\n'),
        ),
      ),
    ],
    ['Left out here', brief.omitted.map(({ part, left, from }) => `- ${part}: ${left}, see \`${from}\``)],
  ];
  return sections
    .map(([title, parts]) => [title, parts.filter((one): one is string => Boolean(one))] as const)
    .filter(([, parts]) => parts.length > 0)
    .map(([title, parts], i) => `${i === 0 ? '#' : '##'} ${title}\n\n${parts.join('\n\n')}\n`)
    .join('\n');
}

/** A text that somebody else wrote. */
function data(what: string, text: string): string | null {
  if (!text) return null;
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}data ${what}\n${text}\n${fence}`;
}

const listed = (what: string, lines: readonly string[]) => data(what, lines.join('\n'));
const bullets = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n');

const criterionLine = ({ id, text, check, required }: Brief['contract']['criteria'][number]) =>
  `${id}${required ? ', required' : ''}\n${data('criterion', check ? `${text}\nChecked by: ${check}` : text)}`;

const termsLine = ({ priority, risk, reversible, start, due }: Brief['contract']) =>
  [
    priority === null ? null : `priority ${priority}`,
    `risk ${risk}`,
    reversible ? 'can be undone' : 'cannot be undone',
    start && `not before ${start}`,
    due && `due ${due}`,
  ]
    .filter(Boolean)
    .join(', ');
