import type { SampleRow, SpectrumRow } from '../../core/job/types';
import { folderTitle, plateFolders } from '../../core/plate/plate-folders';
import { say } from '../../words/say';

/** One of a job's runs. */
export interface JobRun {
  /** Its folder, which two archives of one run have in common. */
  readonly key: string;
  readonly name: string;
}

/** The runs that a job's spectra come from. A drop may hold several, whose samples are told apart by them. */
export class JobRuns {
  /** [index of a spectrum] its run. Paths are taken apart once, since a filling table asks many times. */
  readonly #runOf: (JobRun | undefined)[] = [];
  readonly #byFolder = new Map<string, JobRun>();
  readonly #taken = new Set<string>();
  /** The next number of each name that several runs have. */
  readonly #next = new Map<string, number>();

  /**
   * Takes note of new spectra.
   *
   * @returns the runs in order of discovery
   */
  among(spectra: readonly Pick<SpectrumRow, 'index' | 'path'>[]): readonly JobRun[] {
    for (const { index, path } of spectra) {
      if (this.#runOf[index] === undefined) this.#runOf[index] = this.#find(path);
    }
    return [...this.#byFolder.values()];
  }

  /** Returns the run of a sample's first spectrum; null where it has none. */
  of({ spectra: [first] }: Pick<SampleRow, 'spectra'>): JobRun | null {
    return first === undefined ? null : (this.#runOf[first] ?? null);
  }

  #find(path: string): JobRun {
    const { run: key } = plateFolders(path);
    let run = this.#byFolder.get(key);
    if (run === undefined) {
      run = { key, name: this.#unused(folderTitle(key) || outermost(path, key)) };
      this.#byFolder.set(key, run);
    }
    return run;
  }

  /** Numbers a name that another run has. */
  #unused(name: string): string {
    const numbered = (number: number) =>
      name === '' ? say('results.runNumber', { number }) : `${name} ${number}`;
    let one = name === '' ? numbered(this.#taken.size + 1) : name;
    let number = this.#next.get(name) ?? 2;
    for (; this.#taken.has(one); number++) one = numbered(number);
    // Thousands of runs may have one name.
    this.#next.set(name, number);
    this.#taken.add(one);
    return one;
  }
}

/** Returns the archive or folder that a run came in; empty when it was dropped by itself. */
function outermost(path: string, key: string): string {
  const [first = ''] = path.split('/');
  return key === '' || path.startsWith(`${key}/`) ? '' : first;
}
