import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Participant, Team } from 'coact';
import { findPeople } from './find-people.ts';
import { groupByTeam } from './group-by-team.ts';

const person = (name: string, teams: string[], given: Partial<Participant> = {}) =>
  ({ id: name, name, kind: 'human', teams, skills: [], email: null, status: 'active', ...given }) as Participant;
const team = (id: string, parent: string | null = null) => [id, { id, key: id, name: id, parent } as Team] as const;
const teams = new Map([team('ops'), team('web', 'ops'), team('lost', 'gone'), team('art')]);

test('teams stand below the team they are a part of, people before agents, and whoever is in none comes last', () => {
  const groups = groupByTeam(
    [person('bot', ['web'], { kind: 'agent' }), person('zoe', ['web', 'ops']), person('ana', [])],
    teams,
  );
  assert.deepEqual(
    groups.map(({ team: one, depth, members }) => [one?.id ?? null, depth, members.map(({ name }) => name)]),
    [
      ['art', 0, []],
      ['lost', 0, []],
      ['ops', 0, ['zoe']],
      ['web', 1, ['zoe', 'bot']],
      [null, 0, ['ana']],
    ],
  );
});

test('people are found by every word of name, skill and team, the retired only when they are wanted', () => {
  const all = [
    person('Ana', ['ops'], { skills: ['tls'] }),
    person('Bo', ['ops']),
    person('Old', [], { status: 'retired' }),
  ];
  const names = (text: string, retired = false) => findPeople(all, { text, retired, teams }).map(({ name }) => name);
  assert.deepEqual(names('OPS tls'), ['Ana']);
  assert.deepEqual(names('old'), []);
  assert.deepEqual(names('', true), ['Ana', 'Bo', 'Old']);
});
