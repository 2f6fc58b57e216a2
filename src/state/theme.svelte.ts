export const themeChoices = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof themeChoices)[number];

/** The same key as in `public/theme.js`, which sets the theme before the first paint. */
const storageKey = 'ktyper-theme';

/**
 * The theme: light, dark, or that of the system. It is in localStorage instead of the other settings, since
 * it must be known before the first paint, and IndexedDB answers later.
 */
export class Theme {
  #choice = $state.raw<ThemeChoice>(readChoice());

  get choice(): ThemeChoice {
    return this.#choice;
  }

  choose(choice: ThemeChoice): void {
    this.#choice = choice;
    if (choice === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = choice;
    try {
      localStorage.setItem(storageKey, choice);
    } catch {
      // Without storage, the choice applies to this visit only.
    }
  }
}

function readChoice(): ThemeChoice {
  const set = document.documentElement.dataset['theme'];
  return themeChoices.find((choice) => choice === set) ?? 'system';
}
