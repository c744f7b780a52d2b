import { handOn } from '../domain/clarify.ts';
import { stop } from '../domain/execute-work.ts';
import { reviseOutcome } from '../domain/outcome.ts';
import { type Refusal, isRefusal } from '../domain/refusals.ts';
import { forwardRequest } from '../domain/request.ts';
import type { Handed } from '../domain/succession.ts';
import { type Participant, updateParticipant } from '../store/people.ts';
import { updateTeam } from '../store/teams.ts';
import { revokeTokens } from '../store/tokens.ts';
import type { CommandContext } from './context.ts';
import type { LoadedForRetire } from './participant/load-for-retire.ts';

type Handing = { handed: readonly Handed[]; reason: string };

/** Lets somebody go: they retire, their runs and tokens end, and each piece goes to its successor by an event of its own. */
export function handOver(context: CommandContext, loaded: LoadedForRetire, { handed, reason }: Handing): Participant {
  const { changes, connection } = context;
  const { subject } = loaded;
  const heirs = new Map(handed.map(({ id, to }) => [id, to]));
  const after = { ...subject, status: 'retired' as const, version: subject.version + 1 };
  changes.fact(
    { type: 'participant.retired', data: { reason, handed: handed.length, runs: loaded.duties.held.length } },
    { subject: subject.id },
    updateParticipant(connection, subject, after),
  );
  handOverWork(context, loaded, { heirs, reason });
  handOverPeople(context, loaded, heirs);
  endTokens(context, loaded);
  changes.forgetParticipants();
  return after;
}

type Heirs = { heirs: ReadonlyMap<string, string>; reason: string };

function handOverWork({ actor, changes }: CommandContext, { duties }: LoadedForRetire, { heirs, reason }: Heirs): void {
  const { items, held, outcomes, requests } = duties;
  const holds = new Set(held.map(({ id }) => id));
  const touched = [...held, ...items.filter(({ id }) => !holds.has(id))];
  for (const item of touched) {
    const owner = heirs.get(item.id);
    const ends = holds.has(item.id) && item.run ? stop(item, { run: item.run.id, by: actor.id, reason }) : [];
    changes.item(item, [...expected(ends), ...(owner ? expected(handOn(item, owner, reason)) : [])]);
    if (owner && item.run && !holds.has(item.id))
      changes.signal(item.run.id, 'contract_revised', { revision: item.revision + 1, changed: ['owner'], reason });
  }
  for (const outcome of outcomes) {
    const owner = { id: heirs.get(outcome.id) ?? '', kind: 'human', status: 'active' } as const;
    changes.outcome(outcome, expected(reviseOutcome(outcome, { owner })));
  }
  const about = new Map(duties.about.map((item) => [item.id, item]));
  for (const request of requests) {
    const to = { participant: heirs.get(request.id) ?? '' };
    changes.request(request, expected(forwardRequest(request, to, reason)), about.get(request.item ?? '') ?? null);
  }
}

function handOverPeople({ changes, connection }: CommandContext, { duties }: LoadedForRetire, heirs: Heirs['heirs']) {
  for (const agent of duties.agents) {
    const sponsor = heirs.get(agent.id) ?? null;
    changes.fact(
      { type: 'participant.updated', data: { sponsor } },
      { subject: agent.id },
      updateParticipant(connection, agent, { ...agent, sponsor }),
    );
  }
  for (const team of duties.teams) {
    const { name, parent } = team;
    const lead = heirs.get(team.id) ?? null;
    changes.fact(
      { type: 'team.updated', data: { name, lead, parent } },
      { subject: team.id },
      updateTeam(connection, team, { ...team, lead }),
    );
  }
}

function endTokens({ changes, connection, now }: CommandContext, { subject, tokens }: LoadedForRetire): void {
  changes.also(revokeTokens(connection, { participant: subject.id }, now), tokens.length);
  for (const { id, purpose } of tokens)
    changes.fact({ type: 'token.revoked', data: { token: id, purpose } }, { subject: subject.id });
}

/** What is read under the locks of this transaction, and open there, refuses none of this. */
function expected<Event>(events: readonly Event[] | Refusal): readonly Event[] {
  if (isRefusal(events)) throw new Error(`A succession met ${events.refused}, which it had ruled out`);
  return events;
}
