import type { MarkerEvidence, SampleRow, SpectrumRow } from '../core/job/types';
import { ok, type Result } from '../core/result';
import type { KtyperDatabase } from './database';
import { readEvidenceOf } from './evidence';
import { readRows } from './rows';
import type { StorageProblem } from './storage-problem';

type Stored<T> = Promise<Result<T, StorageProblem>>;

/** A spectrum that is a sample by itself, as it was stored. */
export interface KnownSpectrum {
  readonly index: number;
  readonly spectrum: SpectrumRow;
  readonly sample: SampleRow;
  /** Null for models without markers. */
  readonly evidence: MarkerEvidence | null;
}

/**
 * The spectra of an interrupted job that are samples by themselves. Each can be taken once, so that rows
 * that were taken are not kept in memory beside the new ones.
 */
export class KnownRows {
  readonly #db: KtyperDatabase;
  readonly #job: string;
  readonly #rows = new Map<number, Omit<KnownSpectrum, 'evidence'>>();

  private constructor(
    db: KtyperDatabase,
    job: string,
    rows: { readonly spectra: readonly SpectrumRow[]; readonly samples: readonly SampleRow[] },
  ) {
    this.#db = db;
    this.#job = job;
    const spectra = new Map(rows.spectra.map((row) => [row.index, row]));
    for (const sample of rows.samples) {
      // The row may be of any version of the app.
      const members: unknown = sample.spectra;
      if (!Array.isArray(members) || members.length !== 1) continue;
      const index = members[0] as number;
      const spectrum = spectra.get(index);
      if (spectrum !== undefined) this.#rows.set(index, { index, spectrum, sample });
    }
  }

  static async read(db: KtyperDatabase, job: string): Stored<KnownRows> {
    const rows = await readRows(db, job);
    return rows.ok ? ok(new KnownRows(db, job, rows.value)) : rows;
  }

  /** Takes the spectra of some indices with their evidence; those that are not known are left out. */
  async take(indices: readonly number[]): Stored<readonly KnownSpectrum[]> {
    const taken = indices.flatMap((index) => this.#rows.get(index) ?? []);
    if (taken.length === 0) return ok([]);
    const samples = taken.map(({ sample }) => sample.index);
    const evidence = await readEvidenceOf(this.#db, this.#job, samples);
    if (!evidence.ok) return evidence;
    for (const { index } of taken) this.#rows.delete(index);
    return ok(
      taken.map((one) => ({ ...one, evidence: evidence.value.get(one.sample.index) ?? null })),
    );
  }
}
