import { Choice } from '../parts/choice.tsx';
import { type Preferences, setPreference, usePreferences } from '../state/preferences.ts';
import { words } from '../words/index.ts';

const says = words.settings.appearance;
const themes: readonly Preferences['theme'][] = ['system', 'light', 'dark'];
const densities: readonly Preferences['density'][] = ['dense', 'roomy'];

/** Colours and the height of rows; what is chosen is seen at once. */
export function Appearance() {
  const { theme, density } = usePreferences();
  return (
    <div className="max-w-md space-y-6">
      <fieldset className="space-y-1.5">
        <legend className="mb-1.5 font-medium">{says.theme}</legend>
        {themes.map((one) => (
          <Choice
            key={one}
            name="theme"
            title={says.themes[one]}
            note={says.themeNotes[one]}
            chosen={one === theme}
            onChoose={() => setPreference({ theme: one })}
            first={false}
          />
        ))}
      </fieldset>
      <fieldset className="space-y-1.5">
        <legend className="mb-1.5 font-medium">{says.density}</legend>
        {densities.map((one) => (
          <Choice
            key={one}
            name="density"
            title={says.densities[one]}
            note={says.densityNotes[one]}
            chosen={one === density}
            onChoose={() => setPreference({ density: one })}
            first={false}
          />
        ))}
      </fieldset>
      <p className="text-sm text-muted">{says.note}</p>
    </div>
  );
}
