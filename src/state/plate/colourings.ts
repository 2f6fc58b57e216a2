/** What the spots of a plate can be coloured by. */
export const colourings = [
  'call',
  'quality',
  'confidence',
  'shift',
  'tilt',
  'intensity',
  'order',
] as const;
export type Colouring = (typeof colourings)[number];

/** The colourings by a few levels, each of which has a word and a mark. */
export type LevelColouring = Extract<Colouring, 'quality' | 'confidence'>;
/** The colourings by a number, on a continuous scale. */
export type NumberColouring = Exclude<Colouring, 'call' | LevelColouring>;

/** Returns the colouring of this name; null where there is none. */
export function parseColouring(name: string | null): Colouring | null {
  return colourings.find((known) => known === name) ?? null;
}

export function isByLevels(colouring: Colouring): colouring is LevelColouring {
  return colouring === 'quality' || colouring === 'confidence';
}
