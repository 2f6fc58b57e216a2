import { Dexie } from 'dexie';
import type { MarkerEvidence } from '../core/job/types';
import type { Problem } from '../core/problem';
import { ok, type Result } from '../core/result';
import type { KtyperDatabase } from './database';
import { ownRoom, pageOf, type Room, samplesOf, type StoredPage } from './evidence-pages';
import { attempt } from './attempt';
import { freeSeenBuffer } from '../core/free-buffer';
import type { StorageProblem } from './storage-problem';

type Stored<T> = Promise<Result<T, StorageProblem>>;

/** Reads the evidence of one sample; null when it was not stored, or when there is none. */
export async function readEvidence(
  db: KtyperDatabase,
  job: string,
  sample: number,
): Stored<MarkerEvidence | null> {
  const read = await readEvidenceOf(db, job, [sample]);
  return read.ok ? ok(read.value.get(sample) ?? null) : read;
}

/** Reads the evidence of some samples, by the samples' index. */
export function readEvidenceOf(
  db: KtyperDatabase,
  job: string,
  samples: readonly number[],
): Stored<ReadonlyMap<number, MarkerEvidence>> {
  return new EvidencePages(db, job).read(samples);
}

/** Reads the records of a page of a job's evidence, in the order in which they were written. */
export function readPage(
  db: KtyperDatabase,
  job: string,
  page: number,
): Stored<readonly StoredPage[]> {
  return attempt(db, () => pagesOf(db, job, page));
}

/** Reads pages like `readPage` in its own way, into memory that it wants back. */
export interface PageReader {
  read(
    job: string,
    page: number,
  ): Promise<Result<KeptPage & { readonly memory: ArrayBuffer }, Problem>>;
  giveBack(page: { readonly memory: ArrayBuffer }): void;
}

interface KeptPage {
  /** What the records lie in, when it is wanted back. */
  readonly memory: ArrayBuffer | null;
  readonly records: readonly StoredPage[];
}

/** Pages that are kept: those of a plate of 384 spots, and some more; 8 MB with the bundled model. */
const MOST_PAGES = 16;

/**
 * Reads evidence of a job in any order of its samples. Samples that are neighbours on the plate were not measured
 * one after the other, so a page is wanted again and again, and the last ones are kept. The memory of the others is
 * freed at once: the collector would let it pile up while a long run is exported.
 */
export class EvidencePages {
  readonly #db: KtyperDatabase;
  readonly #job: string;
  readonly #room: Room;
  readonly #elsewhere: PageReader | undefined;
  /** By page; the page that was wanted last stands last. */
  readonly #pages = new Map<number, KeptPage>();

  /**
   * @param room gives memory for the arrays of what is read
   * @param elsewhere reads pages on another thread; what it cannot read is read here
   */
  constructor(db: KtyperDatabase, job: string, room = ownRoom, elsewhere?: PageReader) {
    this.#db = db;
    this.#job = job;
    this.#room = room;
    this.#elsewhere = elsewhere;
  }

  /** @returns the evidence by the samples' index */
  read(samples: readonly number[]): Stored<ReadonlyMap<number, MarkerEvidence>> {
    return attempt(this.#db, async () => {
      const evidence = new Map<number, MarkerEvidence>();
      const wanted = new Set(samples);
      for (const page of new Set(samples.map(pageOf))) {
        for (const record of await this.#recordsOf(page)) {
          collect(record, evidence, wanted, this.#room);
        }
      }
      return evidence;
    });
  }

  async #recordsOf(page: number): Promise<readonly StoredPage[]> {
    const kept = this.#pages.get(page) ?? (await this.#readPage(page));
    this.#pages.delete(page);
    this.#pages.set(page, kept);
    if (this.#pages.size > MOST_PAGES) this.#forget(this.#pages.keys().next().value!);
    return kept.records;
  }

  async #readPage(page: number): Promise<KeptPage> {
    const read = await this.#elsewhere?.read(this.#job, page);
    if (read?.ok === true) return read.value;
    return { memory: null, records: await pagesOf(this.#db, this.#job, page) };
  }

  #forget(page: number): void {
    const { memory, records } = this.#pages.get(page)!;
    if (memory !== null) this.#elsewhere?.giveBack({ memory });
    else for (const { numbers } of records) freeSeenBuffer(numbers.buffer);
    this.#pages.delete(page);
  }
}

/** Reads the evidence of all samples of a job, by the samples' index. */
export function readAllEvidence(
  db: KtyperDatabase,
  job: string,
): Stored<ReadonlyMap<number, MarkerEvidence>> {
  return attempt(db, async () => {
    const evidence = new Map<number, MarkerEvidence>();
    await recordsOf(db, job, null).each((record) => collect(record, evidence, null, ownRoom));
    return evidence;
  });
}

/** @param wanted null for all samples */
function collect(
  record: Partial<StoredPage>,
  evidence: Map<number, MarkerEvidence>,
  wanted: ReadonlySet<number> | null,
  room: Room,
): void {
  if (!isPage(record)) return;
  for (const sample of record.withdrawn) evidence.delete(sample);
  for (const one of samplesOf(record, wanted, room)) evidence.set(one.sample, one.evidence);
}

/** Selects the records of a page, or of all pages, in the order in which they were written. */
function recordsOf(db: KtyperDatabase, job: string, page: number | null) {
  const prefix = page === null ? [job] : [job, page];
  return db.evidencePages
    .where('[job+page+number]')
    .between([...prefix, Dexie.minKey], [...prefix, Dexie.maxKey]);
}

async function pagesOf(
  db: KtyperDatabase,
  job: string,
  page: number,
): Promise<readonly StoredPage[]> {
  const records: readonly Partial<StoredPage>[] = await recordsOf(db, job, page).toArray();
  return records.filter(isPage);
}

/** A damaged record, or one of an unknown version, has no evidence. */
function isPage(record: Partial<StoredPage>): record is StoredPage {
  const { heads, numbers, withdrawn } = record;
  return (
    heads instanceof Float64Array && numbers instanceof Float32Array && Array.isArray(withdrawn)
  );
}
