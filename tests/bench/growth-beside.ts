import type { VisitedApp } from './app-visit';
import { median } from './figures';
import { growthRun } from './growth-run';
import { duration, say } from '../../scripts/say';

/** What the same file takes in this app and in that of another revision, a run of each in turn. */
export interface GrowthBeside {
  readonly format: string;
  readonly spectra: number;
  readonly revision: string;
  readonly ours: readonly GrowthRun[];
  readonly theirs: readonly GrowthRun[];
}

interface GrowthRun {
  /** Peak of all resident memory of the page's process, in bytes. */
  readonly peakMemory: number;
  /** Peak of what it does not share with others, in bytes. */
  readonly peakPrivate: number;
  /** Milliseconds from the drop to the complete table. */
  readonly complete: number;
}

/** Runs a file in two apps in turn, so that a busy moment of the machine affects both. */
export async function growthBeside(
  { format, spectra, revision }: Pick<GrowthBeside, 'format' | 'spectra' | 'revision'>,
  apps: readonly VisitedApp[],
  rounds: number,
  run: { readonly browser: string; readonly path: string; readonly folder: string },
): Promise<GrowthBeside> {
  const runs: Record<VisitedApp['key'], GrowthRun[]> = { ours: [], theirs: [] };
  for (let round = 0; round < rounds; round++) {
    for (const { key, url } of apps) {
      const figures = await growthRun(run.browser, url, run.path, run.folder);
      const { peakMemory, peakPrivate, complete } = figures;
      if (peakMemory === null || peakPrivate === null)
        throw new Error('The memory of a process is read from /proc, which is not here.');
      runs[key].push({ peakMemory, peakPrivate, complete });
      say(
        `${key === 'ours' ? 'this' : revision}, ${spectra} spectra, ${format}: ${megabytes(peakMemory)}, ` +
          `${megabytes(peakPrivate)} of its own, ${duration(complete)}`,
      );
    }
  }
  return { format, spectra, revision, ...runs };
}

/** Writes a sentence for each figure: both apps' values, and how many times theirs ours is. */
export function besideLines(beside: GrowthBeside): readonly string[] {
  const { format, spectra, revision, ours, theirs } = beside;
  const line = (
    what: string,
    valueOf: (run: GrowthRun) => number,
    write: (value: number) => string,
    aim: string,
  ) => {
    const [here, there] = [ours.map(valueOf), theirs.map(valueOf)];
    const times = (median(here) / median(there)).toFixed(2);
    return (
      `- ${format}: ${spectra} spectra in turn with ${revision}, both with one model: ${what}: ` +
      `${here.map(write).join(', ')} beside ${there.map(write).join(', ')}; the median ${times} times${aim}.`
    );
  };
  const atMost = '; aim: at most 1';
  return [
    line('peak memory, all that is resident', (run) => run.peakMemory, megabytes, atMost),
    line('peak memory, of its own', (run) => run.peakPrivate, megabytes, atMost),
    line('time', (run) => run.complete, duration, ''),
  ];
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
