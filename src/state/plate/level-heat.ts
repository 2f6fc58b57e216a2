import type { Verdict } from '../../core/quality/judge';
import { formatPercent } from '../format';
import type { MessageKey } from '../../words/key-types';
import { say } from '../../words/say';
import { confidenceWord } from '../results/call-words';
import { verdicts, verdictWord } from '../results/quality-view';
import type { LevelColouring } from './colourings';
import { confidenceLooks, type LevelLook, verdictLooks } from './level-marks';
import type { PlateMap, PlateSpot } from './plate-map';
import type { Rated, RatedLook, SpotLook } from './rated-spots';
import { namedConfidences, spotConfidence, spotVerdict } from './spot-values';

interface Level extends LevelLook {
  readonly label: string;
}

/** A spot's level, by its position in the list of levels. */
interface SpotLevel {
  readonly at: number;
  readonly text: string;
  readonly words: string;
}

/** The verdicts in the description of a spot. */
const VERDICT_KEYS = {
  pass: 'plate.valuePass',
  warn: 'plate.valueWarning',
  fail: 'plate.valueFail',
} as const satisfies Record<Verdict, MessageKey>;

function levelsOf(colouring: LevelColouring): readonly Level[] {
  return colouring === 'quality'
    ? verdicts.map((one) => ({ ...verdictLooks[one], label: verdictWord(one) }))
    : namedConfidences.map((one) => ({ ...confidenceLooks[one], label: confidenceWord(one) }));
}

/** Colours spots by a level. Means are shares of the first level. */
export function levelHeat(plates: readonly PlateMap[], colouring: LevelColouring): Rated {
  const levels = levelsOf(colouring);
  const counts = levels.map(() => 0);
  const spots = new Map<PlateSpot, RatedLook>();
  for (const spot of plates.flatMap((plate) => [...plate.spots.values()])) {
    const found = levelOf(spot, colouring);
    if (found === null) continue;
    const { tone, mark } = levels[found.at]!;
    counts[found.at]! += 1;
    const { text, words } = found;
    spots.set(spot, {
      value: found.at === 0 ? 1 : 0,
      look: { tone, text, words, bar: null, mark },
    });
  }
  return {
    legend:
      spots.size === 0
        ? null
        : {
            kind: 'levels',
            levels: levels.map((level, i) => ({ ...level, spots: counts[i]! })),
          },
    spots,
    meanOf: colouring === 'quality' ? 'passed' : 'high',
    lookOfMean,
  };
}

function levelOf(spot: PlateSpot, colouring: LevelColouring): SpotLevel | null {
  if (colouring === 'quality') {
    const verdict = spotVerdict(spot);
    if (verdict === null) return null;
    return {
      at: verdicts.indexOf(verdict),
      text: verdictWord(verdict),
      words: say(VERDICT_KEYS[verdict]),
    };
  }
  const lowest = spotConfidence(spot);
  if (lowest === null) return null;
  const { probability } = lowest.sample.call;
  return {
    at: namedConfidences.indexOf(lowest.confidence),
    text: probability === null ? '' : formatPercent(probability),
    // The description of the call says it.
    words: '',
  };
}

function lookOfMean(share: number): SpotLook {
  const text = `${Math.round(100 * share)}%`;
  return { tone: null, text, words: text, bar: { from: 0, to: share }, mark: null };
}
