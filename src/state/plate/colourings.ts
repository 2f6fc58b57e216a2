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

/** The colourings in words, with their units. */
export const colouringLabels: Readonly<Record<Colouring, string>> = {
  call: 'Call',
  quality: 'Quality',
  confidence: 'Confidence',
  shift: 'Calibration shift (ppm)',
  tilt: 'Calibration tilt (ppm a kDa)',
  intensity: 'Total intensity (counts)',
  order: 'Order of measurement',
};

/** What is said of a spot that has no such value. */
export const absentWords: Readonly<Record<Exclude<Colouring, 'call'>, string>> = {
  quality: 'quality not judged',
  confidence: 'not identified',
  shift: 'no calibration shift',
  tilt: 'no calibration tilt',
  intensity: 'no total intensity',
  order: 'time of measurement unknown',
};

/** Why a spot may have no such value, for the legend. */
export const absentReasons: Readonly<Record<Exclude<Colouring, 'call'>, string>> = {
  quality: 'not read, or left out',
  confidence: 'not identified',
  shift: 'not identified, or not read',
  tilt: 'not identified, or not read',
  intensity: 'not read, or left out',
  order: 'time unknown',
};

/** Returns the colouring of this name; null where there is none. */
export function parseColouring(name: string | null): Colouring | null {
  return colourings.find((known) => known === name) ?? null;
}

export function isByLevels(colouring: Colouring): colouring is LevelColouring {
  return colouring === 'quality' || colouring === 'confidence';
}
