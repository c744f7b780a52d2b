import type { Locator, Page } from 'playwright-core';
import { words } from '../../web/src/words/index.ts';
import type { Places } from './find-places.ts';

/** One picture: where it is taken, what shows that the page is there, and what is done before. */
export type Shot = {
  name: string;
  path: (places: Places) => string;
  /** Seen when everything that matters has come. */
  seen: (page: Page) => Locator;
  act?: (page: Page) => Promise<void>;
  /** Comes by itself, sooner or later. */
  late?: (page: Page) => Locator;
};

const heading = (name: string | RegExp) => (page: Page) => page.getByRole('heading', { name }).first();
const text = (said: string | RegExp) => (page: Page) => page.getByText(said).filter({ visible: true }).first();
/** Some work: which of it is seen first depends on the screen. */
const someItem = text(/^SAMPLE-\d+$|^Shorten the sign-up form$/);

const layouts = ['board', 'list', 'table', 'graph', 'timeline'] as const;
const work = layouts.map((layout): Shot => ({
  name: `work-${layout}`,
  path: () => `/work?layout=${layout}`,
  seen: someItem,
}));

/** The sides of an item, each of the item that has most to show there. */
const sides = {
  contract: { path: ({ running }: Places) => `/items/${running}`, seen: text(words.item.tabs.contract) },
  activity: { path: ({ running }: Places) => `/items/${running}`, seen: text(/slow phone/) },
  evidence: { path: ({ delivered }: Places) => `/items/${delivered}`, seen: text(/12 of 12 provoked/) },
  history: { path: ({ delivered }: Places) => `/items/${delivered}`, seen: text('shop-builder') },
  brief: { path: ({ running }: Places) => `/items/${running}`, seen: text(words.item.brief.mayDecide) },
};
const isSide = (name: string): name is keyof typeof sides => name in sides;
const item = Object.keys(sides)
  .filter(isSide)
  .map((name): Shot => ({
    ...sides[name],
    name: `item-${name}`,
    act: (page) => page.getByRole('tab', { name: words.item.tabs[name] }).click(),
  }));

const sections = Object.keys(words.settings.sections) as (keyof typeof words.settings.sections)[];
const settings = sections.map((section): Shot => ({
  name: `settings-${section === 'signIn' ? 'sign-in' : section}`,
  path: () => `/settings/${section}`,
  seen: heading(words.settings.sections[section]),
}));

const authority: readonly Shot[] = [
  {
    name: 'authority-matrix',
    path: () => '/authority',
    seen: text(words.authority.decisions.approve),
    act: async (page) => {
      const { levels, matrix } = words.authority;
      const name = new RegExp(`^${levels.reporting.name}, ${matrix.deeds.deliver_irreversible}:`);
      await page.getByRole('button', { name }).focus();
    },
  },
  { name: 'authority-rules', path: () => '/authority/rules', seen: heading(words.authority.rules.base) },
  {
    name: 'authority-rule',
    path: () => '/authority/rules',
    seen: text(words.authority.editor.reads),
    act: async (page) => {
      await page.getByRole('button', { name: words.authority.rules.add }).click();
      await page.getByLabel(words.authority.editor.risk).selectOption('high');
    },
  },
  { name: 'authority-versions', path: () => '/authority/versions', seen: text(words.authority.versions.lead) },
  { name: 'authority-may', path: () => '/authority/may', seen: text(words.authority.may.lead) },
  { name: 'authority-stops', path: () => '/authority/stops', seen: text(words.authority.stops.noneInForce) },
];

/** A small backlog of another tool. */
const backlog = [
  {
    id: 'shop-1',
    title: 'Show the delivery date before paying',
    acceptance_criteria: 'The date stands above the button',
  },
  { id: 'shop-2', title: 'Remember the address', description: 'Nobody types it twice.' },
  { id: 'shop-3', title: 'Find a better picture for the front page' },
]
  .map((issue) =>
    JSON.stringify({ status: 'open', issue_type: 'task', priority: 2, created_at: '2026-01-05T09:00:00Z', ...issue }),
  )
  .join('\n');

const pages: readonly Shot[] = [
  { name: 'inbox', path: ({ review }) => `/inbox/${review}`, seen: text(/12 of 12 provoked/) },
  {
    name: 'proposal',
    path: ({ proposal }) => `/inbox/${proposal}`,
    seen: text(/Write down “Keep the pictures small”/),
  },
  ...work,
  {
    name: 'work-item',
    path: ({ running }) => `/work/${running}?layout=list`,
    seen: heading('Show the price list in under a second'),
  },
  ...item,
  { name: 'outcomes', path: ({ outcome }) => `/outcomes/${outcome}`, seen: text('Calls about payments') },
  { name: 'intake', path: ({ draft }) => `/intake/${draft}`, seen: heading('The receipt shows the old address') },
  { name: 'people', path: () => '/people', seen: text('shop-builder') },
  { name: 'agent', path: ({ agent }) => `/people/${agent}`, seen: heading('shop-builder') },
  ...authority,
  { name: 'decisions', path: ({ decision }) => `/decisions/${decision}`, seen: text('It pays for itself.') },
  { name: 'team', path: ({ team }) => `/people/${team}`, seen: heading('Sample') },
  { name: 'ledger', path: ({ fact }) => `/ledger/${fact}`, seen: heading(words.ledger.cause) },
  { name: 'search', path: () => '/search?q=payment', seen: text('Switch all payments to the new provider') },
  ...settings,
  { name: 'first-steps', path: () => '/start', seen: heading(words.start.doors.agent.title) },
  {
    name: 'import',
    path: () => '/start/import',
    act: (page) =>
      page
        .getByLabel(words.settings.import.beads, { exact: true })
        .setInputFiles({ name: 'issues.jsonl', mimeType: 'application/jsonl', buffer: Buffer.from(backlog) }),
    seen: text(words.settings.import.wouldNote),
  },
  { name: 'connect-agent', path: () => '/start/agent', seen: heading(words.start.doors.agent.title) },
  {
    name: 'palette',
    path: () => '/inbox',
    seen: text('Relaunch the web shop'),
    act: async (page) => {
      await page.getByRole('navigation').first().waitFor();
      await page.keyboard.press('Control+k');
      await page.getByPlaceholder(words.frame.palette.placeholder).fill('re');
    },
  },
  {
    name: 'help',
    path: () => '/work',
    seen: heading(words.frame.help.title),
    act: async (page) => {
      await someItem(page).waitFor();
      await page.keyboard.press('?');
    },
  },
];

/** Whether a client of MCP may act as an agent: a page of its own, without the strip. */
const connect: Shot = {
  name: 'let-in',
  path: ({ connect: sentTo }) => sentTo,
  seen: heading(words.connect.title('Some client')),
};

/** The pages of somebody who is signed in: a strip above all of them says that their work is made up. */
export const shots: readonly Shot[] = [
  ...pages.map((shot) => ({ ...shot, late: text(words.start.sample.strip) })),
  connect,
];

/** The pages of somebody who has not signed in. */
export const doors: readonly Shot[] = [
  { name: 'sign-in', path: () => '/', seen: heading(words.start.signIn.title) },
  { name: 'set-up', path: () => '/setup#link', seen: heading(words.start.setUp.title) },
  { name: 'reset', path: () => '/reset#link', seen: heading(words.access.reset.title) },
];
