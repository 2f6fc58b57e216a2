import { problem } from '../../core/problem';
import { fetchBytes } from '../../engine/fetch-bytes';
import type { Listing } from './dropped-files';
import { sentence } from '../../words/told/sentence';

/** Fetches the simulated run that ships with the app, as if it had been dropped. */
export async function fetchExampleRun(address: string): Promise<Listing> {
  const bytes = await fetchBytes(address);
  if (bytes !== null) {
    return { files: [{ path: 'example-run.zip', blob: new Blob([bytes]) }], problems: [] };
  }
  const missing = problem(
    'example-fetch',
    sentence('job.exampleAbsent'),
    sentence('told.connectCure'),
  );
  return { files: [], problems: [missing] };
}
