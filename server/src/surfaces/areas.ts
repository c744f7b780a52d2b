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
  participant: 'Whoever acts: people, agents and systems.',
  password: 'How people sign in.',
  request: 'Everything that needs somebody: questions, decisions, proposals, handoffs, reviews and exceptions.',
  run: 'One attempt at an item, under a lease and a fence.',
  search: 'Finding work by its words.',
  server: 'What machines ask about this server.',
  session: 'Signing in and out.',
  setup: 'The first sign-in.',
  team: 'Groups with members, a lead and a queue.',
  token: 'How agents, systems and scripts sign in.',
  work: 'Taking the next thing to do.',
  workspace: 'The workspace itself.',
};

export const areaOf = (operation: string) => operation.split('.')[0] ?? operation;

export const describeArea = (area: string) => areas[area] ?? `Operations on a ${area}.`;
