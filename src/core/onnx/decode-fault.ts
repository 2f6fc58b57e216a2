import type { Sentence } from '../../words/told/sentence';

/** Thrown inside the decoder, as the wire reader throws too; `decodeOnnx` catches both. */
export class DecodeFault extends Error {
  /** A clause that says what is wrong. */
  readonly fault: Sentence;

  constructor(fault: Sentence) {
    super(fault.key);
    this.fault = fault;
  }
}
