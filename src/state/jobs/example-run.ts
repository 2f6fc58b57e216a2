import { problem } from '../../core/problem';
import { fetchBytes } from '../../engine/fetch-bytes';
import { say } from '../../words/say';
import type { Listing } from './dropped-files';

/** Fetches the simulated run that ships with the app, as if it had been dropped. */
export async function fetchExampleRun(address: string): Promise<Listing> {
  const bytes = await fetchBytes(address);
  if (bytes !== null) {
    return { files: [{ path: 'example-run.zip', blob: new Blob([bytes]) }], problems: [] };
  }
  const missing = problem(
    'example-fetch',
    say('jobs.exampleAbsent'),
    say('jobs.exampleAbsentCure'),
  );
  return { files: [], problems: [missing] };
}
