import type { GuardVerdict } from '../core/job/types';
import type { Problem } from '../core/problem';
import type { Sentence, Sentences } from '../words/told/sentence';
import type { AcquisitionRecord, SpectrumNames } from '../core/spectrum/spectrum';

/** Most values of one kind that are remembered; values that rarely repeat are not worth sharing. */
const MOST = 1_000;

/**
 * Shares values that many rows of a run have in common, such as the instrument. Rows come from other
 * threads, each with copies of its own.
 */
export class SharedParts {
  readonly #texts = new Map<string, string>();
  readonly #lists = new Map<string, AcquisitionRecord['comments']>();
  readonly #verdicts = new Map<string, GuardVerdict>();
  readonly #sentences = new Map<string, Sentence>();
  readonly #calibrations = new Map<string, AcquisitionRecord['calibration']>();

  /** Shares the empty list, which most spectra have. */
  warnings(list: readonly Problem[]): readonly Problem[] {
    return list.length === 0 ? NONE : list;
  }

  text<Text extends string | null>(text: Text): Text {
    return text === null ? text : (shared(this.#texts, text, text) as Text);
  }

  /** Shares the sentences of a reason, many of which say the same of many spectra. */
  reason(told: Sentences): Sentences {
    if (typeof told === 'string') return this.text(told);
    if ('key' in told) return this.#sentence(told);
    return told.map((one) => (typeof one === 'string' ? this.text(one) : this.#sentence(one)));
  }

  #sentence(told: Sentence): Sentence {
    const key = JSON.stringify(told);
    // One that tells where a marker was found is like no other.
    return key.includes('"mz":') ? told : shared(this.#sentences, key, told);
  }

  /** Shares verdicts with a pattern, which are few; the others each have numbers of their own. */
  verdict(verdict: GuardVerdict): GuardVerdict {
    return shared(this.#verdicts, JSON.stringify(verdict), verdict);
  }

  record(record: AcquisitionRecord): AcquisitionRecord {
    const { comments, calibration, calibratedAt } = record;
    return {
      ...record,
      ...(calibratedAt === undefined ? {} : { calibratedAt: this.text(calibratedAt) }),
      instrument: this.text(record.instrument),
      software: this.text(record.software),
      spectrumType: this.text(record.spectrumType),
      target: this.text(record.target),
      comments: shared(this.#lists, JSON.stringify(comments), comments),
      calibration: calibration && shared(this.#calibrations, calibrationKey(record), calibration),
    };
  }

  /** @param uid part of the names */
  names(names: SpectrumNames, uid: string): SpectrumNames {
    const { uniqueName } = names;
    return {
      uid: names.uid === uid ? uid : names.uid,
      sampleName: this.text(names.sampleName),
      fullName: beginningOf(uniqueName, names.fullName),
      semiUniqueName: beginningOf(uniqueName, names.semiUniqueName),
      uniqueName,
    };
  }
}

const NONE: readonly Problem[] = [];

/** Makes a key that distinguishes calibrations, and the absence of one. */
export function calibrationKey(record: AcquisitionRecord | null): string {
  return String(JSON.stringify(record?.calibration));
}

/** Returns a part as a slice of the whole text, which needs no memory of its own. */
function beginningOf(whole: string, part: string): string {
  return whole.startsWith(part) ? whole.slice(0, part.length) : part;
}

function shared<Value>(known: Map<string, Value>, key: string, value: Value): Value {
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size < MOST) known.set(key, value);
  return value;
}
