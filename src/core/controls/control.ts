import { foldName, spotOf } from '../sample-sheet/fold-name';

/** A sample that a laboratory knows, measured to see whether its runs can be used. */
export interface Control {
  /** Whether it is known by its name or by its spot. */
  readonly by: 'name' | 'spot';
  /** As a person wrote it: `ATCC 13883`, `QC-*`; or `A1`. */
  readonly text: string;
  /** The species or group that it is; null for one of which nothing is to be identified. */
  readonly expects: string | null;
}

/** Most characters of a name, and most controls that are kept. */
export const MAX_CONTROL_TEXT = 80;
export const MAX_CONTROLS = 50;

/** A field of a declaration that cannot be taken. */
export type ControlFault = 'text' | 'spot' | 'expects';

/** @returns a declared control; or the field that is wrong */
export function controlOf({ by, text, expects }: Control): Control | ControlFault {
  const folded = foldName(text).slice(0, MAX_CONTROL_TEXT);
  const spot = by === 'spot' ? spotOf(folded) : null;
  // A pattern of nothing but stars would make a control of every sample.
  if (by === 'name' && folded.replace(/[*\s_-]/g, '') === '') return 'text';
  if (by === 'spot' && spot === null) return 'spot';
  const species = expects === null ? null : foldName(expects).slice(0, MAX_CONTROL_TEXT);
  if (species === '') return 'expects';
  return { by, text: spot ?? folded, expects: species };
}

/** Whether two declarations are of the same samples. */
export function isSameControl(one: Control, other: Control): boolean {
  return one.by === other.by && looseText(one.text) === looseText(other.text);
}

/** What of a sample tells whether it is a control. */
export interface NamedSample {
  readonly name: string;
  /** The spots of its spectra. */
  readonly spots: readonly string[];
}

/** @returns a function that finds the first declared control that a sample is; null where it is none */
export function controlFinder(
  controls: readonly Control[],
): (sample: NamedSample) => Control | null {
  const byName = controls.flatMap((control) =>
    control.by === 'name' ? [{ control, pattern: patternOf(control.text) }] : [],
  );
  const bySpot = controls.filter(({ by }) => by === 'spot');
  return ({ name, spots }) => {
    if (byName.length > 0) {
      const loose = looseText(name);
      const named = byName.find(({ pattern }) => pattern(loose));
      if (named !== undefined) return named.control;
    }
    return bySpot.find(({ text }) => spots.includes(text)) ?? null;
  };
}

/** As people write one name in several ways: in capitals or not, with a blank, a hyphen or an underscore. */
export function looseText(text: string): string {
  return foldName(text)
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');
}

/**
 * Returns a function that tells whether a name fits a pattern, in which `*` stands for any letters. The function
 * looks for the parts between the stars one after the other, so that no pattern makes it read a name again and again.
 */
function patternOf(text: string): (loose: string) => boolean {
  const parts = looseText(text).split('*');
  const first = parts[0]!;
  if (parts.length === 1) return (name) => name === first;
  const last = parts.at(-1)!;
  const middle = parts.slice(1, -1).filter((part) => part !== '');
  return (name) => {
    const end = name.length - last.length;
    if (!name.startsWith(first) || !name.endsWith(last)) return false;
    let at = first.length;
    for (const part of middle) {
      const found = name.indexOf(part, at);
      if (found < 0) return false;
      at = found + part.length;
    }
    return at <= end;
  };
}
