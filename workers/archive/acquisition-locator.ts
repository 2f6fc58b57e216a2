import { type AcquisitionData, entriesOf, isOpen } from '../../src/io/acquisition-data';
import type { InputFile } from '../../src/io/entry';
import { listAcquisitions } from './list-acquisitions';
import type { AcquisitionStep, ArchiveStep } from './api';

/** An acquisition of a run. */
export interface LocatedAcquisition {
  /** As the job shows it: with the archive before it when there are several inputs. */
  readonly path: string;
  readonly data: AcquisitionData;
}

interface Known {
  readonly path: string;
  /** Null when its bytes, which only a second look at the archive can give, were let go. */
  data: AcquisitionData | null;
}

/** Bytes of a .tar.gz that are kept, so that stepping from spectrum to spectrum unpacks it once. */
const KEPT_BYTES = 64e6;

/**
 * Finds acquisitions in a run's files, one now and one then. It lists no further than it must, and
 * what it has listed it need not list again, except that of a .tar.gz it keeps the last bytes only.
 */
export class AcquisitionLocator {
  readonly #files: readonly InputFile[];
  readonly #stop = new AbortController();
  readonly #keptBytes: number;
  // In order of their last listing: the first are the first to be let go.
  readonly #known = new Map<string, Known>();
  readonly #archives = new Map<number, string>();
  #steps: AsyncGenerator<ArchiveStep, void, void> | null = null;
  #listedOnce = false;
  #held = 0;

  constructor(files: readonly InputFile[], keptBytes = KEPT_BYTES) {
    this.#files = files;
    this.#keptBytes = keptBytes;
  }

  /** The acquisitions that match, each once: those that are known first, then those still to list. */
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

  /** Ends whatever is being listed. */
  close(): void {
    this.#stop.abort();
    // Not awaited: it ends at its next step, which may be a long read away.
    void this.#steps?.return();
  }

  async #dataOf(key: string): Promise<AcquisitionData | null> {
    const { data } = this.#known.get(key)!;
    if (data !== null) return data;
    // Further on in the listing, or from its beginning again.
    for (let passes = 0; passes < 2; passes++) {
      for (let next = await this.#listNext(); next !== null; next = await this.#listNext()) {
        if (next === key) return this.#known.get(key)!.data;
      }
    }
    return null;
  }

  /** Lists up to the next acquisition and gives its key; null at the end, where it begins anew. */
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
    // A reference to where the bytes are costs nothing to keep.
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

/** Nothing else of the step is kept. */
function dataOf(step: AcquisitionStep): AcquisitionData {
  if (isOpen(step)) return { file: step.file, open: step.open };
  return { fid: step.fid, acqu: step.acqu };
}
