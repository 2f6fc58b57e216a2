import type { MessageKey } from '../words/key-types';
import { say } from '../words/say';

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
  { keys: ['c'], meaning: 'shell.keyCompare' },
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

/** The names of keys, which keyboards of other languages have in theirs. */
const KEY_NAMES = {
  'Page Up': 'shell.keyNamePageUp',
  'Page Down': 'shell.keyNamePageDown',
  Home: 'shell.keyNameHome',
  End: 'shell.keyNameEnd',
  Enter: 'shell.keyNameEnter',
  Esc: 'shell.keyNameEsc',
  Shift: 'shell.keyNameShift',
  Ctrl: 'shell.keyNameCtrl',
  Delete: 'shell.keyNameDelete',
} as const satisfies Readonly<Record<string, MessageKey>>;

const NAMED = new RegExp(Object.keys(KEY_NAMES).join('|'), 'g');

/** Writes a key as it stands on a keyboard of the reader's language: `Shift ←`. */
export function keyWords(key: string): string {
  return key.replace(NAMED, (name) => say(KEY_NAMES[name as keyof typeof KEY_NAMES]));
}
