import { answers, inside as you, kinds } from './common.ts';
import { itemActs } from './item-acts.ts';

const many = (count: number, one: string, more: string) => `${count.toLocaleString()} ${count === 1 ? one : more}`;

type Kind = keyof typeof kinds;

/** The texts of one item's page. */
export const item = {
  pageLabel: (key: string) => `Item ${key}`,
  documentTitle: (title: string) => `${title} · Coact`,
  keys: [
    { keys: 'e', text: 'Edit the title' },
    { keys: 'c', text: 'Comment' },
    { keys: 'm', text: 'Everything you may do with the item' },
    { keys: '1 – 5', text: 'Contract, activity, evidence, history, brief' },
    { keys: 'Ctrl ↵', text: 'Save what you write' },
    { keys: 'Esc', text: 'Leave what you write as it was' },
    { keys: 'Alt ↑ ↓', text: 'Move a criterion up or down' },
  ],
  tabsLabel: 'Sides of the item',
  tabs: {
    contract: 'Contract',
    activity: 'Activity',
    evidence: 'Evidence',
    history: 'History',
    brief: 'Brief',
  },

  copyKey: 'Copy the key',
  copyKeyOf: (key: string) => `${key}: copy the key`,
  copied: 'Copied.',
  fullPage: 'Show as a page of its own',
  closePane: 'Close the item',
  backToWork: 'Back to the work',
  menu: 'Acts',
  menuLabel: (key: string) => `What you may do with ${key}`,

  // Nothing to show
  unknown: (key: string) => `There is no item ${key}.`,
  unknownNote: 'It may have been removed, or the key may have a slip in it.',
  hidden: (key: string) => `You may not see ${key}.`,
  hiddenNote: 'Ask its owner or an admin to let you in.',
  gone: (key: string) => `${key} is gone.`,
  goneNote: 'It was removed while you looked at it. The ledger still knows what happened.',
  tryAgain: 'Try again',
  searchFor: (text: string) => `Search for ${text}`,
  toWork: 'All work',
  toLedger: 'The ledger',

  // The head
  titleLabel: 'Title',
  executor: 'Doing it',
  didIt: 'Did it',
  age: 'Age',

  // What it needs
  needs: 'What it needs, and from whom',
  waitsFor: (whom: string | null, kind: Kind) => `Waits for ${whom ?? 'you'} to ${answers[kind]}, asked`,
  anyOf: (role: string) => `any ${role}`,
  team: (name: string) => `the team ${name}`,
  comesAfter: 'Comes after',
  blockerStands: (state: string, name: string, isWorkedOn: boolean) =>
    isWorkedOn ? `${state.toLowerCase()} with ${you(name)}` : `${state.toLowerCase()}, for ${you(name)} to see to`,
  answer: 'Answer',
  verify: 'Verify',
  intake: 'Nobody has decided yet that this is work to do.',
  toIntake: 'Triage it',
  missing: 'Before anybody can be asked to do it:',
  advised: 'It would be clearer with:',
  nothingMissing: 'Everything that has to be said is said.',
  youCommit: 'Say that it is ready, and anybody able can start.',
  ownerCommits: 'Its owner can say that it is ready.',
  next: ({ state, openChildren }: { state: string; openChildren: number }) => {
    if (openChildren > 0 && state !== 'done' && state !== 'cancelled')
      return `${many(openChildren, 'part is', 'parts are')} still open.`;
    const said: Record<string, string> = {
      ready: 'Nothing stands in the way: anybody able can start.',
      active: 'Nothing stands in the way: it is being worked on.',
      review: 'It was delivered and waits to be verified.',
      done: 'It is done and verified: nothing is needed.',
      cancelled: 'It was cancelled: nothing is needed.',
    };
    return said[state] ?? '';
  },

  // Writing
  edit: 'Edit',
  write: 'Write it',
  editField: (title: string) => `Edit: ${title}`,
  writeField: (title: string) => `Write it: ${title}`,
  save: 'Save',
  saving: 'Saving …',
  saveKey: 'Ctrl ↵',
  dropEdit: 'Leave as it was',
  cancelKey: 'Esc',
  writing: 'Write',
  preview: 'Preview',
  markdown: 'Markdown',
  oneALine: 'One a line.',
  notSaved: 'This is not saved yet.',
  conflict: 'Somebody else changed this while you wrote. Which shall stand?',
  theirs: 'As it is now',
  mine: 'What you wrote',
  keepTheirs: 'Keep theirs',
  keepMine: 'Put yours in its place',
  notSaid: 'Not said',
  change: 'Change',
  choose: 'Choose',
  close: 'Close',
  changeField: (title: string) => `Change: ${title}`,
  add: 'Add',
  addTo: (title: string) => `Add: ${title}`,

  // The contract
  texts: {
    outcome: {
      title: 'Outcome',
      empty: 'Nobody has said yet what shall be true when this is done.',
      placeholder: 'What will be true, and for whom, when this is done?',
    },
    context: {
      title: 'Background',
      empty: 'Nothing is written about the background.',
      placeholder: 'What should whoever does it know?',
    },
  },
  criteria: {
    title: 'Done means',
    empty: 'Nobody has said yet how others can tell that it is done.',
    detail: (check: string | null, required: boolean) =>
      [check ? `Check: ${check}` : 'No check is named', !required && 'not required'].filter(Boolean).join(' · '),
    text: (place: number) => `Criterion ${place}`,
    textPlaceholder: 'What must be true',
    check: (place: number) => `How criterion ${place} is checked`,
    checkPlaceholder: 'How somebody else can tell',
    required: 'Required',
    up: (place: number) => `Move criterion ${place} up`,
    down: (place: number) => `Move criterion ${place} down`,
    remove: (place: number) => `Remove criterion ${place}`,
    add: 'Add a criterion',
    keys: 'Enter adds one, Alt with ↑ or ↓ moves one, Backspace in an empty one removes it.',
    moved: (place: number, of: number) => `Moved to place ${place} of ${of}`,
    removed: 'Removed',
  },
  scope: {
    title: 'Scope',
    empty: 'Nobody has said yet what belongs to it and what does not.',
    included: 'Included',
    excluded: 'Not included',
    placeholder: { included: 'What belongs to the work', excluded: 'What does not, though one might think so' },
  },
  links: { title: 'Links', empty: 'None.', placeholder: 'https://…' },
  answers: 'Asked and answered',
  revision: (revision: number) => `Revision ${revision} of the contract`,
  termsTitle: 'Terms',
  terms: {
    state: 'State',
    owner: 'Owner',
    chooseOwner: 'Choose who is accountable',
    assignee: 'Asked to do it',
    chooseAssignee: 'Choose who is asked to do it',
    anybody: 'Anybody able',
    priority: 'Urgency',
    risk: 'Risk',
    reversible: 'Can be undone',
    due: 'Due',
    start: 'Not before',
    budget: 'Budget',
    serves: 'Serves',
    chooseServes: 'Choose the outcome that it serves',
    noServes: 'No outcome',
    parent: 'Part of',
    chooseParent: 'Choose the larger work',
    noParent: 'Nothing larger',
    type: 'Kind of work',
    skills: 'Needs skills',
    labels: 'Labels',
  },
  termPlaceholders: { type: 'task', skills: 'none', labels: 'none' },
  undoable: { yes: 'Yes', no: 'No: ask before each step' },
  noBudget: 'No limit',
  budgetOf: (what: string) => `Budget: ${what}`,
  usage: { tokens: 'tokens', cost: 'cost', minutes: 'minutes' },
  usedOf: (used: string, limit: string | undefined) => (limit ? `${used} of ${limit}` : used),
  kinds: { human: 'Person', agent: 'Agent', system: 'System' },
  namePlaceholder: 'A part of a name …',
  itemPlaceholder: 'A key or words of a title …',
  outcomePlaceholder: 'Words of an outcome …',
  nothingFits: 'Nothing fits.',

  // Around it
  blockers: 'Comes after',
  noBlockers: 'It waits for no other item.',
  addBlocker: 'Choose what has to be finished first',
  removeBlocker: (key: string) => `It need not wait for ${key} any longer`,
  dependants: 'Waits for this',
  parts: 'Parts',
  partsDone: (done: number, total: number, share: string) => `${done} of ${total} verified${share && `, ${share}`}`,
  progress: 'Progress',

  // The run
  runNow: 'In work now',
  started: 'started',
  noActivity: 'Nothing was reported yet.',
  leaseEnds: 'The lease ends',
  leaseNote: 'unless a report renews it.',
  leaseEffect: 'If it ends, the work goes back to the queue.',
  noLease: 'People keep what they took until they give it back.',
  activities: 'What was reported',
  earlier: 'Earlier ones',
  earlierRuns: 'Attempts so far',
  ending: (ending: string | null, by: string | null) => {
    const said: Record<string, string> = {
      delivered: 'delivered',
      released: 'gave it back',
      failed: 'could not do it',
      lost: 'was not heard of any longer',
      stopped: 'was stopped',
      'taken over': 'was relieved',
      'handed over': 'handed it over',
      cancelled: 'ended with the work, which was cancelled',
    };
    return `${said[ending ?? ''] ?? ending ?? 'ended'}${by ? ` by ${you(by)}` : ''}`;
  },
  verdicts: { pass: 'Pass', fail: 'Fail' },

  // Requests and comments
  requests: 'Asked about it',
  noRequests: 'Nothing was asked about it yet.',
  askedBy: 'Asked by',
  askedWhat: (name: string, kind: Kind) => `${name} · ${kinds[kind].toLowerCase()}`,
  ended: (state: string, by: string | null) => {
    const said: Record<string, string> = {
      answered: 'Answered',
      declined: 'Declined',
      withdrawn: 'Taken back',
      expired: 'Its time was over',
    };
    return `${said[state] ?? state}${by ? ` by ${you(by)}` : ''}`;
  },
  takeBack: 'Take back',
  allOf: (count: number) => `Show all ${count.toLocaleString()}`,
  comments: 'Comments',
  saidBy: 'Said by',
  writeComment: 'Write a comment',
  commentPlaceholder: (isHeard: boolean) =>
    isHeard ? 'Say something; whoever works on it hears it …' : 'Say something about it …',
  say: 'Comment',

  // Evidence
  delivered: 'says of it:',
  notDelivered: 'Nothing was delivered yet. What shows that a criterion is met will stand beside it.',
  noEvidence: 'No evidence was given for this.',
  from: (name: string) => `from ${you(name)}`,
  size: (bytes: number) => {
    if (bytes < 1_000) return `${bytes} B`;
    const kilobytes = bytes / 1_000;
    return kilobytes < 1_000 ? `${Math.round(kilobytes)} kB` : `${(kilobytes / 1_000).toFixed(1)} MB`;
  },
  hash: (sha256: string) => `SHA-256 ${sha256}`,
  download: 'Download',
  picture: (name: string) => `The picture ${name}, brought as evidence`,
  pdf: (name: string) => `The PDF ${name}, brought as evidence`,
  onlyDownload: (mediaType: string, size: string) =>
    mediaType.startsWith('application/pdf')
      ? `Said to be a PDF, ${size}, but it cannot be shown here. It is downloaded to be read.`
      : `${mediaType}, ${size}. It is downloaded to be looked at.`,
  diff: { added: 'Added:', removed: 'Removed:' },
  diffSum: (added: number, removed: number) =>
    `${many(added, 'line', 'lines')} added, ${many(removed, 'line', 'lines')} removed`,
  moreLines: (count: number) => `${many(count, 'more line', 'more lines')}: download it to read them.`,

  // History
  who: 'Who',
  onBehalfOf: (name: string) => `on behalf of ${you(name)}`,
  because: (name: string, did: string) => `because ${you(name)} ${did}`,
  causeElsewhere: 'what led to it',

  // The brief
  brief: {
    intro: 'This is what whoever takes the work is given, word for word, with nothing of the page around it.',
    why: 'Why',
    mayDecide: 'May decide alone',
    mustAsk: 'Must ask',
    mustNot: 'Must not',
    criterion: (id: string, text: string, check: string | null) => `${id}: ${text}${check ? ` (check: ${check})` : ''}`,
    answered: (question: string, answer: string) => `${question} — ${answer}`,
    dependencies: 'What it waited for',
    dependency: ({ key, title, state, result }: { key: string; title: string; state: string; result: string | null }) =>
      `${key} ${title} (${state})${result ? `: ${result}` : ''}`,
    openRequests: 'Still open',
    howToDeliver: 'How to deliver',
    bare: 'The bare answer of item.brief',
  },
  ...itemActs,
};
