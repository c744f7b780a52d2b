import type { Me, Participant, Team } from 'coact';
import { useStore } from '../state/store.ts';

/** Coact itself acts as this participant: nobody changes it. */
const isCoact = ({ kind, role }: Participant) => kind === 'system' && role === 'admin';
const isAdmin = (me: Me | null) => me?.role === 'admin';

/** Whether the reader may change somebody's skills, teams, limit and status, as their admin or sponsor. */
export const useMayChange = (one: Participant): boolean =>
  useStore(({ me }) => !isCoact(one) && (isAdmin(me) || (me !== null && one.sponsor === me.id)));

/** Whether the reader may see, make and end somebody's tokens: their own, or those of whoever they answer for. */
export const useMayHoldTokens = (one: Participant): boolean =>
  useStore(({ me }) => !isCoact(one) && me !== null && (isAdmin(me) || me.id === one.id || one.sponsor === me.id));

export const useMayChangeTeam = (team: Team): boolean =>
  useStore(({ me }) => isAdmin(me) || (me !== null && team.lead === me.id));

export const useIsAdmin = (): boolean => useStore(({ me }) => isAdmin(me));

/** Whether the reader may use an operation at all; each place may still ask for more. */
export const useMay = (operation: string): boolean => useStore(({ me }) => me?.abilities.includes(operation) ?? false);
