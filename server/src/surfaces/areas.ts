/** What each area of operations is about: the tags of the OpenAPI document and the pages of the reference. */
const areas: Record<string, string> = {
  artifact: 'Files, texts and check results, addressed by their SHA-256; evidence points at them.',
  comment: 'What people and agents say to one another beside the work.',
  event: 'The ledger as a feed: everything that happened, in order.',
  import: 'Backlogs brought in from elsewhere.',
  inbox: 'What needs you.',
  item: 'Work items: the contract, where it stands, and what it depends on.',
  ledger: 'Checkpoints and proofs, with which anybody can verify that nothing was rewritten.',
  me: 'Who you are, and how you stand here.',
  outcome: 'Results that are wanted: what the work is for, and what tells how far it is.',
  participant: 'Whoever acts: people, agents and systems.',
  password: 'How people sign in.',
  policy: 'Who may decide what: rules that only narrow what people and agents may, versioned and readable.',
  request: 'Everything that needs somebody: questions, decisions, proposals, handoffs, reviews and exceptions.',
  run: 'One attempt at an item, under a lease and a fence.',
  sample: 'A made-up organisation to try everything with, and how to be rid of it.',
  search: 'Finding work, words about it, artifacts, people and teams.',
  server: 'What machines ask about this server.',
  session: 'Signing in and out.',
  setup: 'The first sign-in.',
  snapshot: 'All open work in one answer, to be kept up to date from the feed.',
  stop: 'The off switch: agents that do nothing until somebody lets them go on.',
  team: 'Groups with members, a lead and a queue.',
  token: 'How agents, systems and scripts sign in.',
  view: 'Saved ways to look at the work.',
  work: 'Taking the next thing to do.',
  workspace: 'The workspace itself.',
};

export const areaOf = (operation: string) => operation.split('.')[0] ?? operation;

export const describeArea = (area: string) => areas[area] ?? `Operations on a ${area}.`;
