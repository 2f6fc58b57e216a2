import type { SpectrumRow } from '../../core/job/types';
import type { BinAxis } from '../../core/model-pack/types';
import { problem, type Problem } from '../../core/problem';
import { err, type Result } from '../../core/result';
import type { SpectrumView } from '../../core/spectrum/spectrum-view';
import type { SpectrumReader } from '../../../workers/reader/client';
import type { InputFile } from '../../io/entry';
import type { KeptFiles } from '../jobs/kept-files';
import { sentence } from '../../words/told/sentence';

type Read = Promise<Result<SpectrumView, Problem>>;

/** Number of spectra that are kept, 0.7 MB each: the last ones, and one to compare with. */
const AT_HAND = 16;

/** Kinds of problems that choosing the run's files again can solve. */
const curedByChoosing = new Set([
  'run-files-absent',
  'spectrum-not-found',
  'file-unreadable',
  'entry-damaged',
]);

export function isCuredByChoosing({ kind }: Problem): boolean {
  return curedByChoosing.has(kind);
}

/** Provides the spectra of all jobs, computed from the runs' files when somebody wants to see one. */
export class SpectrumLibrary {
  readonly #files: KeptFiles;
  readonly #reader: SpectrumReader;
  // The kept spectra, in order of their last use.
  readonly #atHand = new Map<string, SpectrumView>();

  constructor(files: KeptFiles, reader: SpectrumReader) {
    this.#files = files;
    this.#reader = reader;
  }

  /** @param bins the bins of the job's model */
  async read(job: string, row: SpectrumRow, bins: BinAxis): Read {
    const key = keyOf(row, bins);
    const known = this.#atHand.get(key);
    if (known !== undefined) return this.#note(key, { ok: true, value: known });
    const files = await this.#files.find(job);
    if (!files.ok) return files;
    return files.value === null ? err(filesAbsent()) : this.#readFrom(files.value, row, bins);
  }

  /**
   * Reads a spectrum from files that a person has chosen again. If it is there, the files are used for the
   * run.
   */
  async readChosen(
    job: string,
    row: SpectrumRow,
    bins: BinAxis,
    files: readonly InputFile[],
  ): Read {
    const read = await this.#readFrom(files, row, bins);
    if (read.ok) await this.#files.adopt(job, files);
    return read;
  }

  async #readFrom(files: readonly InputFile[], row: SpectrumRow, bins: BinAxis): Read {
    const { path, sha256 } = row;
    if (sha256 === null) return err(row.reason ?? neverRead());
    const read = await this.#reader.read(files, { path, sha256, bins });
    return this.#note(keyOf(row, bins), read);
  }

  #note(key: string, read: Awaited<Read>): Awaited<Read> {
    if (!read.ok) return read;
    this.#atHand.delete(key);
    this.#atHand.set(key, read.value);
    const [oldest] = this.#atHand.keys();
    if (this.#atHand.size > AT_HAND) this.#atHand.delete(oldest!);
    return read;
  }
}

/** Returns the key of a spectrum. It contains the path, since equal bytes may have different calibrations. */
function keyOf({ path, sha256 }: SpectrumRow, { first, width, count }: BinAxis): string {
  return [path, sha256, first, width, count].join('\n');
}

function filesAbsent(): Problem {
  return problem(
    'run-files-absent',
    sentence('store.filesAbsent'),
    sentence('store.filesAbsentCure'),
  );
}

function neverRead(): Problem {
  return problem('spectrum-never-read', sentence('job.neverRead'), sentence('job.neverReadCure'));
}
