import { words } from '../words/index.ts';
import type { KnownView } from './look.ts';

const filters = {
  mine: 'is:mine',
  ready: 'is:ready',
  waiting: 'is:waiting or is:blocked or is:stalled',
  overdue: 'is:overdue',
  all: '',
};

/** The views that are there before anybody has saved one. */
export const builtIn = (): KnownView[] =>
  Object.entries(filters).map(([id, filter]) => ({
    id,
    name: words.work.views[id as keyof typeof filters],
    filter,
    layout: id === 'all' ? 'board' : 'list',
    group: 'state',
    sort: '',
    isBuiltIn: true,
    view: null,
  }));
