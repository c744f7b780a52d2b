import { access } from './access.ts';
import { authority } from './authority.ts';
import { budgets } from './budgets.ts';
import * as common from './common.ts';
import { connect } from './connect.ts';
import { decisions } from './decisions.ts';
import { frame } from './frame.ts';
import { inbox } from './inbox.ts';
import { ledger } from './ledger.ts';
import { proposals } from './proposals.ts';
import { search } from './search.ts';
import { shares } from './shares.ts';
import { item } from './item.ts';
import { people } from './people.ts';
import { settings } from './settings.ts';
import { start } from './start.ts';
import { webhooks } from './webhooks.ts';
import { work } from './work.ts';
import { graph } from './graph.ts';
import { intake } from './intake.ts';
import { outcomes } from './outcomes.ts';
import { timeline } from './timeline.ts';

/** Every text that a reader of the page sees, by area. A translation is another catalogue of the same type. */
export const words = {
  access,
  authority,
  budgets,
  common,
  connect,
  decisions,
  frame,
  inbox,
  ledger,
  proposals,
  search,
  shares,
  item,
  people,
  settings,
  start,
  webhooks,
  work,
  graph,
  intake,
  outcomes,
  timeline,
};
