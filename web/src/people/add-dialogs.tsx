import type { Participant } from 'coact';
import { PersonForm } from './person-form.tsx';
import { TeamForm } from './team-form.tsx';

export type Adding = Participant['kind'] | 'team';

/** The sheet for what is being added, if anything is. */
export function AddDialogs({ adding, onClose }: { adding: Adding | null; onClose: () => void }) {
  if (adding === null) return null;
  return adding === 'team' ? <TeamForm onClose={onClose} /> : <PersonForm kind={adding} onClose={onClose} />;
}
