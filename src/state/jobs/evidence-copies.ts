import { copyEvidence, evidenceBytes, freeEvidence } from '../../core/job/evidence-memory';
import type { MarkerEvidence } from '../../core/job/types';
import type { RowBatch } from '../../storage/row-chunks';

/**
 * Most samples of a job whose evidence is copied. Of a larger job the copies of a few plates would be of little use,
 * and would stay in memory while it takes most.
 */
export const MAX_COPIED_SAMPLES = 1_000;

/** Limit of the copies in bytes: some eight plates, since storage is seldom cleared under a job. */
const MAX_COPIED_BYTES = 8e6;

/** Most copies that are freed with one batch: to free a thousand at once stops the page for 70 to 90 ms. */
export const MAX_FREED_COPIES = 64;

/** Copies of a job's stored evidence, so that it can be exported when the storage loses it. */
export class EvidenceCopies {
  readonly #copies = new Map<number, MarkerEvidence>();
  /** Copies of a job that became large, whose memory is still to be freed. */
  readonly #toFree: { readonly evidence: MarkerEvidence }[] = [];
  #bytes = 0;

  constructor(private readonly free: typeof freeEvidence = freeEvidence) {}

  get size(): number {
    return this.#copies.size;
  }

  get(sample: number): MarkerEvidence | undefined {
    return this.#copies.get(sample);
  }

  entries(): Iterable<[number, MarkerEvidence]> {
    return this.#copies;
  }

  /**
   * Copies what was stored, as far as there is memory for it. Once the job is large, it copies nothing more, and frees
   * some of the copies with each batch.
   *
   * @param samples number of samples that the job has so far
   */
  keep({ evidence, withdrawn }: Pick<RowBatch, 'evidence' | 'withdrawn'>, samples: number): void {
    if (samples > MAX_COPIED_SAMPLES) {
      this.#clear();
      this.free(this.#toFree.splice(0, MAX_FREED_COPIES));
      return;
    }
    for (const sample of withdrawn) this.#drop(sample);
    for (const { sample, evidence: values } of evidence) this.#hold(sample, values, copyEvidence);
  }

  /**
   * Takes evidence that was read from the storage, as far as there is memory for it. Nothing else may use its arrays:
   * to copy a thousand samples at once would stop the page for 60 to 80 ms.
   */
  take(evidence: Iterable<readonly [sample: number, evidence: MarkerEvidence]>): void {
    for (const [sample, values] of evidence) this.#hold(sample, values, (own) => own);
  }

  #hold(
    sample: number,
    evidence: MarkerEvidence,
    copy: (evidence: MarkerEvidence) => MarkerEvidence,
  ): void {
    this.#drop(sample);
    const bytes = evidenceBytes(evidence);
    if (this.#bytes + bytes > MAX_COPIED_BYTES) return;
    this.#bytes += bytes;
    this.#copies.set(sample, copy(evidence));
  }

  #drop(sample: number): void {
    const before = this.#copies.get(sample);
    if (before === undefined) return;
    this.#bytes -= evidenceBytes(before);
    this.#copies.delete(sample);
  }

  #clear(): void {
    for (const evidence of this.#copies.values()) this.#toFree.push({ evidence });
    this.#copies.clear();
    this.#bytes = 0;
  }
}
