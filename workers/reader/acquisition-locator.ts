import { type AcquisitionData, entriesOf, isOpen } from '../../src/io/acquisition-data';
import type { InputFile } from '../../src/io/entry';
import { listAcquisitions } from '../archive/list-acquisitions';
import type { AcquisitionStep, ArchiveStep } from '../archive/api';

/** An acquisition found in a run's files. */
export interface LocatedAcquisition {
  /** Path in the job, which begins with the archive where there are several inputs. */
  readonly path: string;
  readonly data: AcquisitionData;
}

interface Known {
  readonly path: string;
  /** Null when its bytes were dropped, so that the archive has to be read again. */
  data: AcquisitionData | null;
}

/**
 * Number of bytes of a .tar.gz that are kept, so that viewing one spectrum after another unpacks it once.
 */
const KEPT_BYTES = 64e6;

/**
 * Finds single acquisitions in a run's files on demand. It lists no more files than necessary, and never
 * lists files twice, except those of a .tar.gz, of which it keeps only the latest bytes.
 */
export class AcquisitionLocator {
  readonly #files: readonly InputFile[];
  readonly #stop = new AbortController();
  readonly #keptBytes: number;
  // In order of their last listing: the first ones are dropped first.
  readonly #known = new Map<string, Known>();
  readonly #archives = new Map<number, string>();
  #steps: AsyncGenerator<ArchiveStep, void, void> | null = null;
  #listedOnce = false;
  #held = 0;

  constructor(files: readonly InputFile[], keptBytes = KEPT_BYTES) {
    this.#files = files;
    this.#keptBytes = keptBytes;
  }

  /**
   * Finds the acquisitions that match, each once: first those already listed, then those still to be
   * listed.
   */
  async *find(match: (path: string) => boolean): AsyncGenerator<LocatedAcquisition, void, void> {
    const told = new Set<string>();
    for (const [key, { path }] of [...this.#known]) {
      if (!match(path)) continue;
      told.add(key);
      const data = await this.#dataOf(key);
      if (data !== null) yield { path, data };
    }
    while (!this.#listedOnce) {
      const key = await this.#listNext();
      if (key === null) return;
      const { path, data } = this.#known.get(key)!;
      if (!told.has(key) && data !== null && match(path)) {
        told.add(key);
        yield { path, data };
      }
    }
  }

  /** Stops the listing. */
  close(): void {
    this.#stop.abort();
    // Not awaited, since it stops at its next step, which may follow a long read.
    void this.#steps?.return();
  }

  async #dataOf(key: string): Promise<AcquisitionData | null> {
    const { data } = this.#known.get(key)!;
    if (data !== null) return data;
    // The acquisition is further on in the listing, or before, and then found in a second pass.
    for (let passes = 0; passes < 2; passes++) {
      for (let next = await this.#listNext(); next !== null; next = await this.#listNext()) {
        if (next === key) return this.#known.get(key)!.data;
      }
    }
    return null;
  }

  /** Lists up to the next acquisition and returns its key; null at the end, after which it starts again. */
  async #listNext(): Promise<string | null> {
    this.#steps ??= listAcquisitions(this.#files, null, this.#stop.signal);
    for (;;) {
      const { done, value: step } = await this.#steps.next();
      if (done === true) {
        this.#steps = null;
        this.#listedOnce ||= !this.#stop.signal.aborted;
        return null;
      }
      if (step.kind === 'archive') this.#archives.set(step.source, step.path);
      if (step.kind === 'acquisition') return this.#note(step);
    }
  }

  #note(step: AcquisitionStep): string {
    const { source, path } = step;
    const key = `${source}/${path}`;
    const archive = this.#files.length > 1 ? this.#archives.get(source) : undefined;
    this.#letGo(key);
    this.#known.delete(key);
    this.#known.set(key, {
      path: archive === undefined ? path : `${archive}/${path}`,
      data: dataOf(step),
    });
    this.#held += heldBytes(step);
    for (const oldest of this.#known.keys()) {
      if (this.#held <= this.#keptBytes || oldest === key) break;
      this.#letGo(oldest);
    }
    return key;
  }

  #letGo(key: string): void {
    const known = this.#known.get(key);
    if (!known?.data) return;
    const bytes = heldBytes(known.data);
    // A reference to bytes elsewhere takes no memory to keep.
    if (bytes === 0) return;
    this.#held -= bytes;
    known.data = null;
  }
}

function heldBytes(acquisition: AcquisitionData): number {
  return entriesOf(acquisition).reduce(
    (sum, data) => sum + (data.kind === 'bytes' ? data.bytes.length : 0),
    0,
  );
}

/** Extracts the data of a step, so that nothing else of it is kept. */
function dataOf(step: AcquisitionStep): AcquisitionData {
  if (isOpen(step)) return { file: step.file, open: step.open };
  return { fid: step.fid, acqu: step.acqu };
}
