import { words } from '../words/index.ts';

export type KeySheet = { title: string; keys: readonly { keys: string; text: string }[] };

/** What the help sheet lists, page by page; each page says its own. */
export const keySheets: readonly KeySheet[] = [
  { title: words.frame.help.everywhere, keys: words.frame.keys },
  { title: words.frame.pages.inbox, keys: words.inbox.keys },
  { title: words.frame.pages.work, keys: words.work.keys },
  { title: words.frame.pages.items, keys: words.item.keys },
  { title: words.frame.pages.intake, keys: words.intake.keys },
  { title: words.frame.pages.people, keys: words.people.keys },
  { title: words.frame.pages.ledger, keys: words.ledger.keys },
  { title: words.frame.pages.search, keys: words.search.keys },
  { title: words.frame.pages.settings, keys: words.settings.keys },
];
