import type { Taken } from './take-job';
import type { TakenFile } from './take-file';

type Of<Kind extends Taken['kind']> = Extract<Taken, { readonly kind: Kind }>;

/** What became of all jobs of some files. */
export interface FileSum {
  readonly added: number;
  /** Of those, the ones whose spectra found no room. */
  readonly without: number;
  readonly here: number;
  /** Entries that were added to the reviews of those. */
  readonly reviews: number;
  readonly differing: readonly Of<'differs'>[];
  readonly refused: readonly Of<'refused'>[];
}

export function sumUp(files: readonly TakenFile[]): FileSum {
  const jobs = files.flatMap((file) => file.jobs);
  const of = <Kind extends Taken['kind']>(kind: Kind) =>
    jobs.filter((job): job is Of<Kind> => job.kind === kind);
  const differing = new Map(of('differs').map((job) => [job.token, job]));
  return {
    added: of('added').length,
    without: of('added').filter(({ without }) => without).length,
    here: of('here').length,
    reviews: of('here').reduce((sum, { reviews }) => sum + reviews, 0),
    differing: [...differing.values()],
    // What is wrong with the whole file is said of the file.
    refused: of('refused').filter(({ problem }) => !files.some((file) => file.problem === problem)),
  };
}
