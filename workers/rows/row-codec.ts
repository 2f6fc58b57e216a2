import type { MarkerEvidence, SampleRow, SpectrumRow } from '../../src/core/job/types';
import { type Payload, readMessageBuffer } from '../transport/message-buffer-pool';
import {
  NumberReader,
  readEvidence,
  type WireEvidence,
  writeEvidence,
} from '../transport/evidence';
import { exactJson } from '../transport/exact-json';

/** Rows of a running job that are new or have changed. */
interface Rows {
  readonly spectra: readonly SpectrumRow[];
  readonly samples: readonly SampleRow[];
  readonly evidence: readonly { readonly sample: number; readonly evidence: MarkerEvidence }[];
  readonly withdrawn: readonly number[];
}

interface Written extends Omit<Rows, 'evidence'> {
  readonly evidence: readonly { readonly sample: number; readonly evidence: WireEvidence }[];
}

/** @returns null where JSON cannot represent the rows exactly */
export function writeRows(rows: Rows): Payload | null {
  const numbers: ArrayLike<number>[] = [];
  const evidence = rows.evidence.map((one) => ({
    sample: one.sample,
    evidence: writeEvidence(one.evidence, numbers),
  }));
  const text = exactJson({ ...rows, evidence } satisfies Written);
  return text === null ? null : { text, numbers };
}

/** Reads rows from a message buffer. The arrays of their evidence are views into one buffer. */
export function readRowsOf(carrier: ArrayBuffer): Rows {
  const { text, numbers } = readMessageBuffer(carrier);
  const reader = new NumberReader(numbers);
  const { evidence, ...rows } = JSON.parse(text) as Written;
  return {
    ...rows,
    evidence: evidence.map((one) => ({
      sample: one.sample,
      evidence: readEvidence(one.evidence, reader),
    })),
  };
}
