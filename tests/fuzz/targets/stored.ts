import {
  jobRecord,
  markerEvidence,
  sampleRow,
  spectrumRow,
  tokens,
} from '../../unit/storage/records';
import { freshDatabase } from '../../unit/storage/fresh-database';
import { tinyPackFiles } from '../../builders/tiny-pack';
import {
  listActiveJobs,
  listJobs,
  purgeJobsBefore,
  readJob,
  removeDeletedJobs,
} from '../../../src/storage/jobs';
import { readKnownSpectra, readSingleSamples } from '../../../src/storage/known-rows';
import { readManifest } from '../../../src/storage/manifests';
import { readAllEvidence, readEvidence, readRows } from '../../../src/storage/rows';
import { readSettings } from '../../../src/storage/settings';
import { checkResult, promise } from '../check';
import { jsonMutators } from '../mutate/json';
import { textMutators } from '../mutate/text';
import { oneOf } from '../parts';
import { bytesOf, type Target } from '../target';

const TABLES = ['jobs', 'spectra', 'samples', 'evidence', 'manifests', 'settings'] as const;

/** What a browser has stored, by an older version, a newer one or nobody knows whom. */
type Stored = Partial<Record<(typeof TABLES)[number], unknown[]>>;

async function seed(): Promise<Stored> {
  const manifest: unknown = JSON.parse(new TextDecoder().decode((await tinyPackFiles()).manifest));
  const model = { id: 'tiny', version: '1.0.0', sha256: 'a', manifestSha256: 'b' };
  const [job] = tokens;
  return {
    jobs: [
      jobRecord({ model }),
      jobRecord({ token: tokens[1], status: 'completed', deletedAt: 5 }),
    ],
    spectra: [0, 1].map((index) => ({ job, index, row: spectrumRow(index) })),
    samples: [0, 1].map((index) => ({ job, index, row: sampleRow(index) })),
    evidence: [{ job, sample: 0, evidence: markerEvidence() }],
    manifests: [{ sha256: 'b', manifest }],
    settings: [
      { key: 'purgeDays', value: 30 },
      { key: 'model', value: 'tiny' },
    ],
  };
}

export const stored: Target = {
  name: 'stored',
  seeds: async () => [bytesOf(JSON.stringify(await seed()))],
  mutators: [...jsonMutators, ...jsonMutators, oneOf(textMutators(['null', 'job', 'row', 'key']))],
  share: 0.3,
  async run(input) {
    let records: Stored;
    try {
      records = JSON.parse(new TextDecoder().decode(input)) as Stored;
    } catch {
      return ['no records'];
    }
    const db = freshDatabase();
    for (const name of TABLES) {
      const rows = Array.isArray(records?.[name]) ? records[name].slice(0, 200) : [];
      // A record without a valid key cannot stand in a database.
      for (const row of rows)
        await db
          .table(name)
          .put(row)
          .catch(() => undefined);
    }
    const [token] = tokens;
    const read = [
      await listJobs(db),
      await readJob(db, token),
      await readRows(db, token),
      await readEvidence(db, token, 0),
      await readAllEvidence(db, token),
      await readManifest(db, 'b'),
      await listActiveJobs(db),
      await readSingleSamples(db, token),
      await readKnownSpectra(db, token, [{ spectrum: 0, sample: 0 }]),
      await removeDeletedJobs(db, 10),
      await purgeJobsBefore(db, 2_000),
    ];
    const settings = await readSettings(db);
    if (settings.ok) {
      const { purgeDays, model } = settings.value;
      promise(purgeDays === null || purgeDays >= 1, `purged after ${purgeDays} days`);
      promise(model === null || typeof model === 'string', 'a model that is no text');
    }
    db.close();
    return [...read, settings].map(checkResult);
  },
};
