import type { Medians } from './aims';
import { table } from './benchmark-document';
import { type Role, ROLES } from './thread-roles';

export interface ProcessorTableOptions {
  readonly run: number;
  readonly large: number | null;
  readonly against: string | null;
}

const PLATE = 96;

/**
 * Makes a table of the processor time by thread in Markdown, in milliseconds a spectrum, with a column for
 * each measured job of either revision.
 */
export function processorTable(
  medians: Medians,
  { run, large, against }: ProcessorTableOptions,
): string {
  const jobs = [
    { key: 'warm-cpu', what: `${PLATE}, warm`, spectra: PLATE },
    { key: 'run-cpu', what: String(run), spectra: run },
    { key: 'large-cpu', what: String(large), spectra: large ?? 1 },
  ];
  const columns = jobs
    .flatMap(({ key, what, spectra }) => [
      { key: `ours ${key}`, head: `this: ${what}`, spectra },
      { key: `theirs ${key}`, head: `${against}: ${what}`, spectra },
    ])
    .filter(({ key }) => medians.has(key));
  const cell = (key: string, spectra: number) => ((medians.get(key) ?? 0) / spectra).toFixed(2);
  const rows = (Object.keys(ROLES) as Role[]).map((role) => [
    ROLES[role],
    ...columns.map(({ key, spectra }) => cell(`${key} ${role}`, spectra)),
  ]);
  const all = ['All', ...columns.map(({ key, spectra }) => cell(key, spectra))];
  return table([['', ...columns.map(({ head }) => head)], ...rows, all]);
}
