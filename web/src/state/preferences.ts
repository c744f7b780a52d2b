import { useSyncExternalStore } from 'react';

/** How this reader wants to see the page, kept in this browser. */
export type Preferences = { theme: 'system' | 'light' | 'dark'; density: 'dense' | 'roomy' };

const KEY = 'coact.preferences';
const usual: Preferences = { theme: 'system', density: 'dense' };

let preferences = read();
const listeners = new Set<() => void>();
show();

function read(): Preferences {
  try {
    const kept: Partial<Preferences> = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    const theme = kept.theme === 'light' || kept.theme === 'dark' ? kept.theme : usual.theme;
    return { theme, density: kept.density === 'roomy' ? 'roomy' : usual.density };
  } catch {
    return usual;
  }
}

/** The style sheet goes by these attributes. */
function show(): void {
  const { dataset } = document.documentElement;
  dataset['theme'] = preferences.theme;
  dataset['density'] = preferences.density;
}

export function setPreference(changed: Partial<Preferences>): void {
  preferences = { ...preferences, ...changed };
  localStorage.setItem(KEY, JSON.stringify(preferences));
  show();
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, () => preferences);
