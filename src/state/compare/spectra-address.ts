/** Most curves of one plot: more cannot be told apart by colour and dash. */
export const MOST_CURVES = 8;

export const curveLayouts = ['overlay', 'stacked', 'difference'] as const;
export type CurveLayout = (typeof curveLayouts)[number];

/** A sample whose spectrum is shown. */
export interface SampleRef {
  /** Token of its job; null for the job of the address. */
  readonly job: string | null;
  /** Index of the sample in its job. */
  readonly sample: number;
}

/** What the address says of a comparison of spectra. */
export interface SpectraQuery {
  readonly of: readonly SampleRef[];
  /** Id of the taxon whose mean is shown; null for none. */
  readonly mean: string | null;
  readonly layout: CurveLayout;
  /** Keys of the two curves whose difference is shown; null for the first two. */
  readonly pair: readonly [string, string] | null;
  /** Whether the masses of the curves are moved, so that peaks in common lie on each other. */
  readonly isAligned: boolean;
}

/** The key of the mean among the curves; those of samples are as in the address. */
export const MEAN_KEY = 'mean';

export function keyOfRef({ job, sample }: SampleRef): string {
  return job === null ? String(sample) : `${job}:${sample}`;
}

/** @returns the query without what cannot be read, and each sample once */
export function parseSpectraQuery(search: string): SpectraQuery {
  const values = new URLSearchParams(search);
  const refs = new Map<string, SampleRef>();
  for (const text of (values.get('of') ?? '').split(',')) {
    const match = /^(?:([0-9a-f-]{36}):)?(\d{1,9})$/.exec(text);
    if (match === null) continue;
    const ref = { job: match[1] ?? null, sample: Number(match[2]) };
    refs.set(keyOfRef(ref), ref);
  }
  const mean = values.get('mean');
  const layout = curveLayouts.find((one) => one === values.get('layout')) ?? 'overlay';
  const [first, second] = (values.get('pair') ?? '').split(',');
  return {
    of: [...refs.values()].slice(0, MOST_CURVES),
    mean: mean === null || mean === '' ? null : mean,
    layout,
    pair: first && second ? [first, second] : null,
    isAligned: values.get('align') !== 'off',
  };
}

/** @returns the query with its `?`; what is as it is without it is left out */
export function formatSpectraQuery({ of, mean, layout, pair, isAligned }: SpectraQuery): string {
  const values = new URLSearchParams();
  values.set('of', of.map(keyOfRef).join(','));
  if (mean !== null) values.set('mean', mean);
  if (layout !== 'overlay') values.set('layout', layout);
  if (pair !== null) values.set('pair', pair.join(','));
  if (!isAligned) values.set('align', 'off');
  // Commas and colons are plain in a query, and easier to read.
  return `?${values.toString().replaceAll('%2C', ',').replaceAll('%3A', ':')}`;
}

/** @returns the path of a comparison of spectra, with its query */
export function spectraPath(
  token: string,
  of: readonly SampleRef[],
  changes: Partial<SpectraQuery> = {},
): string {
  const plain = { mean: null, layout: 'overlay', pair: null, isAligned: true } as const;
  const query = { of, ...plain, ...changes };
  return `/results/${token}/spectra${formatSpectraQuery(query)}`;
}
