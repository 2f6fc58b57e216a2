import type { MessageKey } from '../../words/key-types';

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
export const COLOURING_KEYS = {
  call: 'plate.colourCall',
  quality: 'plate.colourQuality',
  confidence: 'plate.colourConfidence',
  shift: 'plate.colourShift',
  tilt: 'plate.colourTilt',
  intensity: 'plate.colourIntensity',
  order: 'plate.colourOrder',
} as const satisfies Record<Colouring, MessageKey>;

/** What is said of a spot that has no such value. */
export const ABSENT_KEYS = {
  quality: 'plate.noQuality',
  confidence: 'plate.noConfidence',
  shift: 'plate.noShift',
  tilt: 'plate.noTilt',
  intensity: 'plate.noIntensity',
  order: 'plate.noOrder',
} as const satisfies Record<Exclude<Colouring, 'call'>, MessageKey>;

/** How many spots have no such value, and why they may not, for the legend. */
export const ABSENT_COUNT_KEYS = {
  quality: 'plate.legendAbsentUnread',
  confidence: 'plate.legendAbsentUnidentified',
  shift: 'plate.legendAbsentUncalibrated',
  tilt: 'plate.legendAbsentUncalibrated',
  intensity: 'plate.legendAbsentUnread',
  order: 'plate.legendAbsentUntimed',
} as const satisfies Record<Exclude<Colouring, 'call'>, MessageKey>;

/** Returns the colouring of this name; null where there is none. */
export function parseColouring(name: string | null): Colouring | null {
  return colourings.find((known) => known === name) ?? null;
}

export function isByLevels(colouring: Colouring): colouring is LevelColouring {
  return colouring === 'quality' || colouring === 'confidence';
}
