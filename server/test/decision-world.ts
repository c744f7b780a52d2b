import getDecision from '../src/operations/decision/get.ts';
import listInbox from '../src/operations/inbox/list.ts';
import createParticipant from '../src/operations/participant/create.ts';
import createRequest from '../src/operations/request/create.ts';
import respond from '../src/operations/request/respond.ts';
import addMember from '../src/operations/team/add-member.ts';
import createTeam from '../src/operations/team/create.ts';
import { testDatabase } from './database.ts';
import { placeAll } from './place-all.ts';
import { type Page, addPeople } from './world.ts';

/** What tests of decisions have in common: a question with two options, and how it is asked, answered and read. */

export const asking = {
  kind: 'decision',
  text: 'Which vendor?',
  options: ['The old one', { id: 'new', text: 'A new one', consequences: 'A week of changes.' }],
};

/**
 * The usual people, and Cleo, who leads Operations, to which Ana and Ben belong; and shorthands for what is done with
 * decisions. `Asked` is a request as the test reads it, `Logged` a decision in the log.
 */
export async function decisionWorld<Asked, Logged>() {
  const db = await testDatabase();
  const some = await addPeople(db);
  const cleo = await db.operator(createParticipant, { kind: 'human', name: 'Cleo' });
  await db.operator(createTeam, { name: 'Operations', key: 'OPS', lead: 'Cleo' });
  for (const participant of ['Ana', 'Ben']) await db.operator(addMember, { id: 'OPS', participant });
  return {
    db,
    people: { ...some, cleo: cleo.id },
    ask: (who: string, over: object = {}) => db.as(who)<Asked>(createRequest, { ...asking, ...over }),
    refusedAsk: (who: string, over: object = {}) => db.as(who).refused(createRequest, { ...asking, ...over }),
    choose: (who: string, id: string, choice: string, over: object = {}) =>
      db.as(who)<Asked>(respond, { id, choice, ...over }),
    read: async (id: string) => {
      await placeAll(db.database, db.workspace);
      return db.operator<Logged>(getDecision, { id });
    },
    inInbox: async (who: string, id: string) =>
      (await db.as(who)<Page<{ id: string }>>(listInbox)).items.some((one) => one.id === id),
    inHours: (hours: number) => new Date(db.clock.now + hours * 3_600_000).toISOString(),
  };
}
