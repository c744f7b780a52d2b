import type { ImportItem } from './backlog-format.ts';
import type { Report } from './import-error.ts';
import { limits } from './limits.ts';

/** Reports whatever in the item is larger than the server takes. */
export function checkLimits(item: ImportItem, report: Report): void {
  const atMost = (what: string, length: number | undefined, most: number) => {
    if (length !== undefined && length > most)
      report(`${what} has ${count(length)} characters, at most ${count(most)} can be taken: shorten it.`);
  };
  atMost('The id', item.ref.length, limits.refLength);
  atMost('The title', item.title.length, limits.titleLength);
  atMost('The type', item.type?.length, limits.typeLength);
  atMost('The description', item.outcome?.length, limits.textLength);
  atMost('The text of notes, plans and other sections', item.context?.length, limits.textLength);
  item.criteria.forEach(({ text }, index) =>
    atMost(`Acceptance criterion ${index + 1}`, text.length, limits.criterionLength),
  );
  item.comments.forEach(({ text }, index) => atMost(`Comment ${index + 1}`, text.length, limits.textLength));
  for (const label of item.labels) atMost(`The label "${label.slice(0, 40)}"`, label.length, limits.labelLength);
  for (const { kind } of item.related) atMost(`The link type "${kind.slice(0, 40)}"`, kind.length, limits.labelLength);

  const noMore = (what: string, list: readonly unknown[], most: number) => {
    if (list.length > most)
      report(`There are ${count(list.length)} ${what}, at most ${count(most)} can be taken: remove some.`);
  };
  noMore('acceptance criteria', item.criteria, limits.criteria);
  noMore('labels', item.labels, limits.labels);
  noMore('links', item.links, limits.links);
  noMore('blockers', item.blockedBy, limits.blockers);
}

const count = (number: number) => number.toLocaleString('en');
