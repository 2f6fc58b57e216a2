import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { VERSION } from '../../../src/io/job-file/format';
import { readJobToWrite } from '../../../src/state/job-files/stored-job-source';
import { takeFile, type TakenFile } from '../../../src/state/job-files/take-file';
import type { KtyperDatabase } from '../../../src/storage/database';
import { readAllEvidence } from '../../../src/storage/evidence';
import { listJobs } from '../../../src/storage/jobs';
import { readKeptInput } from '../../../src/storage/run-files';
import { freshDatabase, value } from '../../unit/storage/fresh-database';

const FOLDER = 'tests/fixtures/job-files';
const VERSIONS = Array.from({ length: VERSION }, (_, i) => i + 1);

let db: KtyperDatabase;
beforeEach(() => {
  db = freshDatabase();
});
afterEach(() => db.close());

function open(name: string): Promise<TakenFile> {
  return takeFile(new Blob([readFileSync(join(FOLDER, name))]), name, {
    db,
    beside: new Set(),
    now: () => 0,
    tell: () => undefined,
    signal: new AbortController().signal,
  });
}

test('there are stored files of each version', () => {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.ktyper.json'));
  expect(names.sort()).toEqual(
    VERSIONS.flatMap((version) => [
      `version-${version}-history.ktyper.json`,
      `version-${version}.ktyper.json`,
    ]).sort(),
  );
});

test.each(VERSIONS)('a stored job of version %i opens with all that it found', async (version) => {
  const { jobs, problem } = await open(`version-${version}.ktyper.json`);
  expect(problem).toBeNull();
  expect(jobs).toMatchObject([{ kind: 'added', name: 'Simulated example run' }]);
  const [record] = value(await listJobs(db));
  expect(record).toMatchObject({
    status: 'completed',
    model: { id: 'ribosomal-klebsiella' },
    counts: { samples: 2, done: 4 },
    summary: { ok: 4, sampleSheet: { matched: 4 } },
  });
  const { manifest, spectra, samples } = value(await readJobToWrite(db, record!));
  expect(manifest?.markers).not.toBeNull();
  expect(spectra.map(({ spot, status }) => `${spot} ${status}`)).toEqual([
    'A1 ok',
    'A2 ok',
    'A3 ok',
    'A4 ok',
  ]);
  expect(samples.map(({ call, spectra: of }) => [call.kind, of.length])).toEqual([
    ['species', 2],
    ['species', 2],
  ]);
  const evidence = value(await readAllEvidence(db, record!.token));
  for (const { index } of samples) {
    expect(evidence.get(index)?.ions).toHaveLength(4 * manifest!.markers!.ions.length);
  }
});

test.each(VERSIONS)('a stored history of version %i opens with a run’s files', async (version) => {
  const { jobs, problem } = await open(`version-${version}-history.ktyper.json`);
  expect(problem).toBeNull();
  expect(jobs.map(({ kind }) => kind)).toEqual(['added', 'added']);
  const [job] = jobs;
  const kept = value(await readKeptInput(db, job?.kind === 'added' ? job.token : ''));
  expect(await kept?.files[0]?.blob.text()).toBe('not a real archive');
});
