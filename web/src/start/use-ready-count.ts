import type { Participant } from 'coact';
import { useStore } from '../state/store.ts';

/** How many items an agent could claim now, as far as the page knows: ready, free, and asking for no skill that it lacks. */
export const useReadyCount = (agent: Participant): number =>
  useStore(({ items }) => {
    let count = 0;
    for (const { state, blocked, waiting, assignee, skills, team } of items?.values() ?? []) {
      const free = state === 'ready' && !blocked && !waiting && (assignee === null || assignee === agent.id);
      const able = skills.every((skill) => agent.skills.includes(skill));
      if (free && able && (agent.teams.length === 0 || agent.teams.includes(team))) count += 1;
    }
    return count;
  });
