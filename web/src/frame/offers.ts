import type { Item, Me } from 'coact';
import { type Field, operations } from 'coact/operations';

/** An operation that the reader may use now, with what it is already told. */
export type Offer = {
  name: keyof typeof operations;
  summary: string;
  fields: readonly Field[];
  known: Readonly<Record<string, string | number>>;
};

const names = Object.keys(operations).filter((name): name is keyof typeof operations => name in operations);

/** Reading is what the pages are for, and an executor's own reports need a program; neither is an act for the palette. */
const leftOut =
  /^(run\.(heartbeat|report|deliver|fail|use_tool|activities|list)|snapshot|event|inbox|import|session|setup|passkey|invitation|password\.reset|artifact|ledger|search|me)\b|\.(get|list|brief|children|comments|history|readiness)$/;

/** What may be done with the item that is open, then what may be done at all, as the server's answers say. */
export function offersFor({ me, opened }: { me: Me | null; opened: Item | null }): Offer[] {
  const here = new Set(opened?.abilities);
  const anywhere = new Set(me?.abilities);
  return names
    .filter((name) => !leftOut.test(name) && (here.has(name) || (anywhere.has(name) && !aboutItem(name))))
    .map((name) => offer(name, here.has(name) ? opened : null))
    .sort((a, b) => Number(b.known['id'] !== undefined) - Number(a.known['id'] !== undefined));
}

const aboutItem = (name: string) => /^(item|run)\./.test(name) && name !== 'item.create';

function offer(name: keyof typeof operations, item: Item | null): Offer {
  const { summary, fields } = operations[name];
  const known: Record<string, string | number> = {};
  if (item && fields.some((field) => field.name === 'id'))
    known['id'] = name.startsWith('run.') && item.run ? item.run.id : item.id;
  if (item?.run && fields.some((field) => field.name === 'fence')) known['fence'] = item.fence;
  return { name, summary, fields: fields.filter((field) => !(field.name in known)), known };
}
