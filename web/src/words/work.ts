import type { Filter } from '../work/filter/filter.ts';
import type { FilterTrouble } from '../work/filter/trouble.ts';
import type { Group, Layout } from '../work/look.ts';
import type { Reason } from '../work/judge-move.ts';
import type { Column } from '../work/sort.ts';
import { valuesOf } from '../work/filter/values.ts';

const plural = (count: number, one: string, many: string) => `${count.toLocaleString()} ${count === 1 ? one : many}`;
const list = (all: readonly string[]) => all.join(', ');

/** What can be typed after a key. */
const examples: Record<Extract<Filter, { is: 'term' }>['key'], string> = {
  owner: 'who is accountable: me, or a name',
  executor: 'who is doing it: agent, person, none, or a name',
  assignee: 'who is asked to do it: me, none, or a name',
  state: 'draft, ready, active, review, done, cancelled',
  risk: 'low to critical, such as >=high',
  priority: 'such as <=1, or high',
  is: 'mine, waiting, blocked, overdue, stalled, ready, intake, ended',
  team: 'a key or name, with its own teams; mine',
  type: 'task, bug …',
  label: 'a label, or none',
  skill: 'what it takes',
  due: 'such as <7d, today, >=2026-12-24, none',
  age: 'such as >3d',
  serves: 'a part of an outcome’s title, or none',
  parent: 'the key of the larger work, or none',
};

type Why = FilterTrouble['why'];
type About<Is extends Why['is']> = Extract<Why, { is: Is }>;

const signs: Record<Exclude<Why, { key: string }>['is'], string> = {
  'open quote': 'This quote is not closed yet: add a " at its end.',
  'open parenthesis': 'This parenthesis is not closed yet: add a ).',
  'stray parenthesis': 'This parenthesis was never opened: take it away, or put it in quotes.',
  'nothing inside': 'There is nothing in these parentheses.',
  'dangling or': '“or” needs something on both sides. Put it in quotes to look for the word.',
  'dangling minus': 'A minus stands right before what it leaves out, such as -label:later.',
};

function filterTrouble({ why }: FilterTrouble): string {
  if (!('key' in why)) return signs[why.is];
  if (why.is === 'unknown key') return unknownKey(why);
  if (why.is === 'no value') return `“${why.key}:” wants ${examples[why.key]}.`;
  return why.is === 'no order' ? `“${why.key}:” has no order, so < and > say nothing about it.` : unknownValue(why);
}

const unknownKey = ({ key, near }: About<'unknown key'>) =>
  `There is no “${key}:”. ${near ? `Do you mean “${near}:”?` : 'Put it in quotes to look for it as text.'}`;

function unknownValue({ key, value }: About<'unknown value'>): string {
  const known = valuesOf(key) ?? [];
  return `“${value}” is nothing that “${key}:” knows. It knows ${key === 'due' || key === 'age' ? examples[key] : list(known)}.`;
}

/** `who` is a name; the reader is "you". */
const whyNot: Record<Reason, (who: string) => string> = {
  'not yours': (who) => `Only ${who}, who owns it, may do that. Ask in a comment.`,
  ended: () => 'It has ended, so it stays as it is.',
  'commit first': () => 'A draft can’t be started. Say first that it is ready.',
  'somebody works': (who) => `${who} is working on it. Open it to stop the run or to take it over.`,
  held: (who) => `It is meant for ${who}. Assign it to yourself first.`,
  'only by delivery': (who) => `Only ${who || 'whoever does it'} can deliver it, with evidence for each criterion.`,
  'only by verdict': () => 'Work is done when somebody has verified it. Open it to see who is asked to.',
  'return by verdict': () => 'It goes back when a criterion fails. Give your verdict in the inbox.',
  'cancel from menu': () => 'Moving cancels nothing. Choose it and press “Cancel …”, which asks for a reason.',
  'reopen with reason': () => 'To take it up again, open it and say why: it counts as a defect that got away.',
  'release first': (who) => `${who || 'Somebody'} is working on it. It can go back to draft when they have let go.`,
  'owners are people': () => 'The owner is the human who is accountable. Agents can be asked to do it instead.',
  'being done': (who) => `${who} is doing it now. Open it to hand it over.`,
  'team stays': () =>
    'Work stays with the team that took it on. Only what is still in the intake can go to another team.',
};

/** The texts of the work: board, list, table, filters and views. */
export const work = {
  title: 'Work',
  me: 'Me',
  everything: 'Everything',
  viewList: 'Views',
  views: { mine: 'Mine', ready: 'Ready', waiting: 'Waiting', overdue: 'Overdue', all: 'All open work' },
  layout: 'Layout',
  layouts: { board: 'Board', list: 'List', table: 'Table', graph: 'Graph', timeline: 'Timeline' } satisfies Record<
    Layout,
    string
  >,
  group: 'Group by',
  groups: {
    state: 'State',
    owner: 'Owner',
    executor: 'Who does it',
    priority: 'Priority',
    risk: 'Risk',
    team: 'Team',
    serves: 'Outcome',
    none: 'Nothing',
  } satisfies Record<Group, string>,
  columns: {
    key: 'Key',
    title: 'Title',
    state: 'State',
    owner: 'Owner',
    executor: 'Doing it',
    assignee: 'Asked to do it',
    priority: 'Priority',
    risk: 'Risk',
    due: 'Due',
    waits: 'What it waits for',
    labels: 'Labels',
    team: 'Team',
    type: 'Type',
    serves: 'Outcome',
    age: 'Age',
    updated: 'Changed',
  } satisfies Record<Column, string>,
  riskWords: { low: 'Low', medium: 'Medium', high: 'High', critical: 'Critical' },
  chooseColumns: 'Columns',
  noRoom: 'The window is too narrow for it',
  without: { priority: 'No priority', executor: 'Nobody yet', serves: 'No outcome' },
  found: (count: number) => plural(count, 'item', 'items'),
  endedCut: 'newest ended',
  endedCutNote: 'Of what has ended only the newest is kept in the page. Search finds the rest.',
  filter: {
    label: 'Filter',
    placeholder: 'Words, or owner:me is:waiting risk:>=high …',
    completions: 'What could come next',
    examples,
    trouble: filterTrouble,
    at: (piece: string) => `At “${piece}”: `,
  },
  nothing: {
    found: 'Nothing matches.',
    foundNote: 'Only open work is looked through, unless the filter says is:ended.',
    clear: 'Clear the filter',
    mine: 'Nothing here is yours right now.',
    mineNote: 'What you own, are asked to do, or have to answer would be here.',
    ready: 'Nothing is ready to start.',
    readyNote: 'Drafts become ready when their owner says so and nothing is missing.',
    waiting: 'Nothing waits.',
    waitingNote: 'Work that needs an answer, or other work first, would be here, with what exactly is needed.',
    overdue: 'Nothing is overdue.',
    overdueNote: 'Work whose due date has passed would be here.',
    all: 'No open work yet.',
    allNote: 'Write down the first item, import a backlog, or connect an agent.',
    lane: 'Nothing here.',
    firstSteps: 'First steps',
  },
  needs: {
    request: (who: string, what: string) => `Waits for ${who} to ${what}`,
    asking: (text: string) => `: “${text}”`,
    more: (count: number) => ` and ${count} more`,
    you: 'you',
    anyRole: (role: string) => `any ${role}`,
    team: (name: string) => `the team ${name}`,
    after: (keys: readonly string[], more: number) => `Comes after ${list(keys)}${more > 0 ? ` and ${more} more` : ''}`,
    afterSome: (count: number) => `Comes after ${plural(count, 'other item', 'other items')}`,
    parts: (count: number) => `${plural(count, 'part', 'parts')} still open`,
    overdue: 'Overdue',
    stalled: 'Silent for a while: look after it',
    intake: 'New: to be triaged',
  },
  card: {
    owner: 'Owner',
    executor: 'Doing it',
    assignee: 'Asked to do it',
    due: (when: string) => `due ${when}`,
    moveTo: 'Move to …',
    moveLabel: (key: string) => `Move ${key} to another place`,
    here: 'It is here',
    select: (key: string) => `Choose ${key}`,
    progress: (share: string) => `${share} done`,
  },
  lane: {
    label: (title: string, count: number) => `${title}, ${plural(count, 'item', 'items')}`,
    wip: (inWork: number, limit: number) => `${inWork} of ${limit} in work`,
    wipNote: 'How much they may have in work at once',
    over: 'More in work than was agreed',
    split: (people: number, agents: number) =>
      [people > 0 && plural(people, 'person', 'people'), agents > 0 && plural(agents, 'agent', 'agents')]
        .filter(Boolean)
        .join(' · '),
    showEnded: 'Show ended work',
    scrollNote: 'Lanes',
  },
  moved: {
    commit: (key: string) => `${key} is ready to be started`,
    withdraw: (key: string) => `${key} is a draft again`,
    claim: (key: string) => `You have started ${key}`,
    release: (key: string) => `You have given ${key} back`,
    update: (key: string) => `${key} is changed`,
    assign: (key: string) => `${key} is assigned`,
    triage: (key: string) => `${key} was accepted`,
    notMoved: (key: string) => `${key} stays where it was.`,
    whyNot,
    dismiss: 'Understood',
  },
  edit: {
    priority: 'Priority',
    risk: 'Risk',
    due: 'Due',
    labels: 'Labels, with commas between',
    owner: 'Who is accountable?',
    assignee: 'Who shall do it?',
    serves: 'Which outcome does it serve?',
    anybody: 'Anybody able',
    name: 'A name',
    outcome: 'An outcome',
    noPriority: 'No priority',
  },
  many: {
    chosen: (count: number) => `${count.toLocaleString()} chosen`,
    all: 'Choose all',
    none: 'Choose none',
    bar: 'With what is chosen',
    assign: 'Assign …',
    owner: 'Owner …',
    priority: 'Priority …',
    label: 'Label …',
    commit: 'Say it is ready',
    cancel: 'Cancel …',
    team: 'Team …',
    labelTitle: (count: number) => `A label for ${plural(count, 'item', 'items')}`,
    labelField: 'Label',
    labelDo: 'Add the label',
    cancelTitle: (count: number) => `Cancel ${plural(count, 'item', 'items')}?`,
    cancelNote: 'Whoever waits for them is told. Cancelled work stays cancelled.',
    cancelReason: 'Why',
    cancelDo: 'Cancel the work',
    keep: 'Keep it',
    teamTitle: 'To which team?',
    done: (count: number) => `${plural(count, 'item', 'items')} changed`,
    doneTitle: (done: number, refused: number) =>
      `${done.toLocaleString()} changed, ${refused.toLocaleString()} refused`,
    refused: 'Refused, and why',
    busy: 'Doing it …',
    close: 'Close',
    notDraft: 'It is no draft, so there is nothing to commit.',
    already: 'It is so already.',
  },
  saving: {
    save: 'Save as a view …',
    update: 'Save the changes',
    title: 'Save what you see as a view',
    note: 'It keeps layout, filter, grouping and order.',
    name: 'Name',
    share: 'Who sees it',
    onlyMe: 'Only I',
    everybody: 'Everybody in the workspace',
    team: (name: string) => `The team ${name}`,
    do: 'Save',
    menu: (name: string) => `What to do with the view ${name}`,
    edit: 'Rename or share …',
    editTitle: 'Rename or share',
    delete: 'Delete …',
    deleteTitle: (name: string) => `Delete the view “${name}”?`,
    deleteNote: 'The work stays; only this way of looking at it goes.',
    deleteDo: 'Delete the view',
    copy: 'Copy its address',
    copied: 'The address is copied.',
    saved: (name: string) => `“${name}” is saved`,
    deleted: (name: string) => `“${name}” is deleted`,
  },
  create: {
    button: 'New item',
    short: 'New',
    title: 'Write down work',
    note: 'It begins as a draft; the rest can come later.',
    name: 'Title',
    outcome: 'What will be true when it is done',
    outcomeNote: 'May come later, but nobody can start without.',
    team: 'Team',
    do: 'Write it down',
    created: (key: string) => `${key} is written down`,
  },
  keys: [
    { keys: 'j · k', text: 'Next, previous' },
    { keys: 'h · l', text: 'Lane to the left, to the right' },
    { keys: '↵', text: 'Open' },
    { keys: 'esc', text: 'Close, choose none' },
    { keys: 'x', text: 'Choose' },
    { keys: 'shift x', text: 'Choose up to here' },
    { keys: 'ctrl a', text: 'Choose all' },
    { keys: 'm', text: 'Move to …' },
    { keys: 'f', text: 'Filter' },
    { keys: 'v', text: 'Another layout' },
    { keys: 'n', text: 'New item' },
    { keys: '← →', text: 'In the table: from cell to cell' },
  ],
};
