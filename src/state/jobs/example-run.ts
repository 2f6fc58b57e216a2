import { problem } from '../../core/problem';
import { say } from '../../words/say';
import type { Listing } from './dropped-files';

/** Fetches the simulated run that ships with the app, as if it had been dropped. */
export async function fetchExampleRun(address: string): Promise<Listing> {
  try {
    const response = await fetch(address);
    if (response.ok) {
      return { files: [{ path: 'example-run.zip', blob: await response.blob() }], problems: [] };
    }
  } catch {
    // The browser is offline, and the run was never loaded before.
  }
  const missing = problem(
    'example-fetch',
    say('jobs.exampleAbsent'),
    say('jobs.exampleAbsentCure'),
  );
  return { files: [], problems: [missing] };
}
