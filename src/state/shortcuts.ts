export interface Shortcut {
  readonly keys: readonly string[];
  readonly meaning: string;
}

/** The keyboard shortcuts, for the list under `?` and for Help. */
export const shortcuts: readonly Shortcut[] = [
  { keys: ['/'], meaning: 'Go to the search field of the page' },
  { keys: ['↑', '↓'], meaning: 'Move in the table; with the panel open, show the next sample' },
  { keys: ['Home', 'End'], meaning: 'Go to the first or the last row' },
  { keys: ['Page Up', 'Page Down'], meaning: 'Move by a screen of rows' },
  { keys: ['Enter'], meaning: 'Open the panel of the row, or of the spot on a plate' },
  { keys: ['Esc'], meaning: 'Close the panel, a menu, or this list' },
  { keys: ['←', '→'], meaning: 'On a plate or in a spectrum: move along' },
  { keys: ['Shift ←', 'Shift →'], meaning: 'In a spectrum: go to the peak before or after' },
  { keys: ['+', '−'], meaning: 'In a spectrum: zoom in and out' },
  { keys: ['↑', '↓'], meaning: 'In a spectrum: make peaks taller or lower' },
  { keys: ['Home'], meaning: 'In a spectrum: show all of it' },
  { keys: ['?'], meaning: 'Show this list' },
];
