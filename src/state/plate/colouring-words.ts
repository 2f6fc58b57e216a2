import type { MessageKey } from '../../words/key-types';
import type { Colouring } from './colourings';

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
