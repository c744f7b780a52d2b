import * as common from './common.ts';
import { frame } from './frame.ts';
import { inbox } from './inbox.ts';
import { ledger } from './ledger.ts';
import { search } from './search.ts';
import { item } from './item.ts';
import { people } from './people.ts';
import { settings } from './settings.ts';
import { start } from './start.ts';
import { work } from './work.ts';
import { graph } from './graph.ts';
import { intake } from './intake.ts';
import { outcomes } from './outcomes.ts';
import { timeline } from './timeline.ts';

/** Every text that a reader of the page sees, by area. A translation is another catalogue of the same type. */
export const words = {
  common,
  frame,
  inbox,
  ledger,
  search,
  item,
  people,
  settings,
  start,
  work,
  graph,
  intake,
  outcomes,
  timeline,
};
