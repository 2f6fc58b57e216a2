import type { GuardVerdict } from '../core/job/types';
import type { AcquisitionRecord, SpectrumNames } from '../core/spectrum/spectrum';

/** Different values of one kind that are remembered: what is nearly always another is not worth it. */
const MOST = 1_000;

/**
 * What many rows of a run say alike, such as its instrument, kept once: each row comes from another
 * thread, with everything in it as a copy of its own.
 */
export class SharedParts {
  readonly #texts = new Map<string, string>();
  readonly #lists = new Map<string, readonly string[]>();
  readonly #verdicts = new Map<string, GuardVerdict>();
  readonly #calibrations = new Map<string, AcquisitionRecord['calibration']>();

  text<Text extends string | null>(text: Text): Text {
    return text === null ? text : (shared(this.#texts, text, text) as Text);
  }

  /** Verdicts with a pattern are few; of the others each has numbers of its own. */
  verdict(verdict: GuardVerdict): GuardVerdict {
    return shared(this.#verdicts, JSON.stringify(verdict), verdict);
  }

  record(record: AcquisitionRecord): AcquisitionRecord {
    const { comments, calibration } = record;
    return {
      ...record,
      instrument: this.text(record.instrument),
      software: this.text(record.software),
      spectrumType: this.text(record.spectrumType),
      target: this.text(record.target),
      comments: shared(this.#lists, JSON.stringify(comments), comments),
      calibration: calibration && shared(this.#calibrations, calibrationKey(record), calibration),
    };
  }

  /** @param uid that is part of the names */
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

/** Tells a calibration from others, and from none. */
export function calibrationKey(record: AcquisitionRecord | null): string {
  return String(JSON.stringify(record?.calibration));
}

/** A part of a text takes no memory of its own. */
function beginningOf(whole: string, part: string): string {
  return whole.startsWith(part) ? whole.slice(0, part.length) : part;
}

function shared<Value>(known: Map<string, Value>, key: string, value: Value): Value {
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size < MOST) known.set(key, value);
  return value;
}
