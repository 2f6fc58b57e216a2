import { Dexie } from 'dexie';
import type { MarkerEvidence, SampleRow, SpectrumRow } from '../core/job/types';
import type { Result } from '../core/result';
import type { KtyperDatabase } from './database';
import { attempt, type StorageProblem } from './storage-problem';
import { readStored } from './stored-evidence';

type Stored<T> = Promise<Result<T, StorageProblem>>;

/** Rows read at once while a job's samples are looked through. */
const PAGE = 1_000;

/** A spectrum that is a sample by itself, as it was stored. */
export interface KnownSpectrum {
  readonly index: number;
  readonly spectrum: SpectrumRow;
  readonly sample: SampleRow;
  /** Null for models without markers. */
  readonly evidence: MarkerEvidence | null;
}

/**
 * Which spectra of a job are a sample by themselves, and which one: from a spectrum's index to the
 * sample's.
 */
export function readSingleSamples(
  db: KtyperDatabase,
  job: string,
): Stored<ReadonlyMap<number, number>> {
  return attempt(async () => {
    const singles = new Map<number, number>();
    for (let from = 0; ;) {
      const page = await db.samples
        .where('[job+index]')
        .between([job, from], [job, Dexie.maxKey])
        .limit(PAGE)
        .toArray();
      for (const { index, row } of page) {
        // Whatever some version of the app has left there.
        const spectra: unknown = (row as Partial<SampleRow> | null)?.spectra;
        if (Array.isArray(spectra) && spectra.length === 1)
          singles.set(spectra[0] as number, index);
        from = index + 1;
      }
      if (page.length < PAGE) return singles;
    }
  });
}

/** Spectra with their samples of their own, by index; those of which anything is missing are left out. */
export function readKnownSpectra(
  db: KtyperDatabase,
  job: string,
  places: readonly { readonly spectrum: number; readonly sample: number }[],
): Stored<readonly KnownSpectrum[]> {
  return attempt(async () => {
    const spectra = places.map(({ spectrum }): [string, number] => [job, spectrum]);
    const samples = places.map(({ sample }): [string, number] => [job, sample]);
    const [spectrumRecords, sampleRecords, evidenceRecords] = await db.transaction(
      'r',
      [db.spectra, db.samples, db.evidence],
      () =>
        Promise.all([
          db.spectra.bulkGet(spectra),
          db.samples.bulkGet(samples),
          db.evidence.bulkGet(samples),
        ]),
    );
    return places.flatMap(({ spectrum: index }, i) => {
      const spectrum = spectrumRecords[i]?.row;
      const sample = sampleRecords[i]?.row;
      if (spectrum === undefined || sample === undefined) return [];
      const stored = evidenceRecords[i];
      const evidence = stored === undefined ? null : (readStored(stored) ?? null);
      return [{ index, spectrum, sample, evidence }];
    });
  });
}
