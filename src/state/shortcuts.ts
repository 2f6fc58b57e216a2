import type { MessageKey } from '../words/key-types';

interface Shortcut {
  readonly keys: readonly string[];
  readonly meaning: Extract<MessageKey, `shell.key${string}`>;
}

/** The keyboard shortcuts, for the list under `?` and for Help. */
export const shortcuts: readonly Shortcut[] = [
  { keys: ['/'], meaning: 'shell.keySearch' },
  { keys: ['↑', '↓'], meaning: 'shell.keyMove' },
  { keys: ['Home', 'End'], meaning: 'shell.keyEnds' },
  { keys: ['Page Up', 'Page Down'], meaning: 'shell.keyScreen' },
  { keys: ['Enter'], meaning: 'shell.keyOpen' },
  { keys: ['r'], meaning: 'shell.keyReview' },
  { keys: ['Esc'], meaning: 'shell.keyClose' },
  { keys: ['←', '→'], meaning: 'shell.keyAlong' },
  { keys: ['Shift ←', 'Shift →'], meaning: 'shell.keyPeak' },
  { keys: ['+', '−'], meaning: 'shell.keyZoom' },
  { keys: ['↑', '↓'], meaning: 'shell.keyHeight' },
  { keys: ['Home'], meaning: 'shell.keyWhole' },
  { keys: ['Shift ↑', 'Shift ↓'], meaning: 'shell.keyMark' },
  { keys: ['Ctrl A'], meaning: 'shell.keyMarkAll' },
  { keys: ['Delete'], meaning: 'shell.keyDelete' },
  { keys: ['?'], meaning: 'shell.keyList' },
];

/** Whether a key is part of what a person types, and no shortcut. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches(FIELDS);
}

// eslint-disable-next-line house/no-sentences -- A selector, that nobody reads.
const FIELDS = 'input, select, textarea';

/** Whether a key is pressed with another, and means what the browser makes of both. */
export function hasModifier({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey || altKey;
}
