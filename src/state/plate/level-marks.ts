import type { Verdict } from '../../core/quality/judge';
import type { namedConfidences } from './spot-values';
import type { Tone } from './tones';

/** The mark of a level, so that it is told without its colour. */
export type LevelMark = 'check' | 'warning' | 'close' | 'three' | 'two' | 'one';

export interface LevelLook {
  readonly tone: Tone;
  readonly mark: LevelMark;
}

// What is good is pale: the eye finds what is not.
export const verdictLooks: Readonly<Record<Verdict, LevelLook>> = {
  pass: { tone: { light: '#e9edf0', dark: '#20262a' }, mark: 'check' },
  warn: { tone: { light: '#f0b429', dark: '#a87a12' }, mark: 'warning' },
  fail: { tone: { light: '#8f1a15', dark: '#ffb1aa' }, mark: 'close' },
};

export const confidenceLooks: Readonly<Record<(typeof namedConfidences)[number], LevelLook>> = {
  high: { tone: { light: '#e6f0f9', dark: '#12283c' }, mark: 'three' },
  moderate: { tone: { light: '#8fbde6', dark: '#2f6ea8' }, mark: 'two' },
  weak: { tone: { light: '#084b87', dark: '#b4dafd' }, mark: 'one' },
};

/** The marks as paths on a grid of 16: lines, or areas. */
export const levelMarkPaths: Readonly<
  Record<LevelMark, { readonly d: string; readonly filled: boolean }>
> = {
  check: { d: 'M3 8.5l3.2 3.2L13 4.8', filled: false },
  warning: { d: 'M8 2 14.5 13.5h-13zM8 6.5v3.2M8 11.4v.4', filled: false },
  close: { d: 'M3.5 3.5l9 9M12.5 3.5l-9 9', filled: false },
  three: { d: 'M1 10h4v4H1zM6 6h4v8H6zM11 2h4v12h-4z', filled: true },
  two: { d: 'M1 10h4v4H1zM6 6h4v8H6z', filled: true },
  one: { d: 'M1 10h4v4H1z', filled: true },
};
