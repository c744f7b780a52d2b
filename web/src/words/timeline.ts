const days = (count: number): string => (count === 1 ? '1 day' : `${count.toLocaleString()} days`);

/** The texts of the timeline: when work is due, and what is late. */
export const timeline = {
  title: 'When work is due',
  zoom: 'How much time fits',
  zooms: { week: 'Week', month: 'Month', quarter: 'Quarter' },
  today: 'Today',
  toToday: 'To today',
  late: (count: number) => (count < 1 ? 'Late' : `${days(count)} late`),
  dueIn: (count: number) => (count < 1 ? 'Due today' : count === 1 ? 'Due tomorrow' : `Due in ${days(count)}`),
  due: (date: string) => `Due ${date}`,
  noDue: 'No due date',
  /** Before the day on which a bar begins. */
  from: { start: 'Starts', run: 'Work began', created: 'Written down' },
  ended: 'Finished',
  span: (from: string, to: string) => `${from} – ${to}`,
  dateless: (count: number) => `${count.toLocaleString()} without a date`,
  datelessNote: 'They have neither a start nor a due date, so nobody can say whether they are late.',
  giveDue: 'Set due date',
  giveDueTo: (key: string) => `Set due date of ${key}`,
  columns: { item: 'Item', from: 'From', due: 'Due', stands: 'Stands' },
  move: (key: string) => `Due date of ${key}`,
  moveHelp: 'Arrow keys move by a day, with shift by a week; enter keeps it, escape takes it back.',
  moved: (key: string, date: string) => `${key} is now due ${date}.`,
  empty: 'Nothing here has a date.',
  emptyNote: 'Give an item a due date in its contract; then this page shows what will be late.',
  keys: [
    { keys: '← →', text: 'On a due date: a day earlier or later' },
    { keys: '⇧ ← →', text: 'On a due date: a week earlier or later' },
    { keys: '↵ · esc', text: 'Keep the new date, take it back' },
  ],
};
