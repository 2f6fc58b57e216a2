import { parseDelimited } from '../../../src/core/sample-sheet/parse-delimited';
import { exportCsv } from '../../../src/io/exports/csv';
import { evidenceIn } from '../../../src/io/exports/evidence-reader';
import { exportJsonLines } from '../../../src/io/exports/json-lines';
import { exportedText } from '../../builders/exported-text';
import { exportJson } from '../../../src/io/exports/json';
import { exportSpectracl } from '../../../src/io/exports/spectracl';
import { exportTsv } from '../../../src/io/exports/tsv';
import type { InputFile } from '../../../src/io/entry';
import { listEntries } from '../../../src/io/list-entries';
import { DEFAULT_IO_LIMITS } from '../../../src/io/limits';
import { readEntry } from '../../../src/io/read-entry';
import { writeTar } from '../../builders/archives';
import { buildFid, buildRun } from '../../builders/bruker-run';
import { run } from '../../builders/headless-job';
import { tinyPack } from '../../builders/tiny-pack';
import { checkProblem, invariant } from '../check';
import { tarMutators } from '../mutate/archives';
import { textMutators } from '../mutate/text';
import { oneOf } from '../parts';
import type { Bytes, Target } from '../target';
import { POINTS, SPARSE_STEP, triangles } from './bruker';

const axis = { TD: POINTS, DW: SPARSE_STEP };
const fid = triangles();

function runOf(sampleSheet: string): Bytes {
  const files = buildRun({
    project: 'P',
    sampleSheet,
    spots: [
      { spot: 'A1', name: 'KPN 1', fid, acqu: axis },
      { spot: 'A2', name: 'KPN 1', fid: fid.map((count) => count + 1), acqu: axis },
      { spot: 'A3', fid, acqu: { ...axis, ID_raw: null }, parameterFiles: ['acqus'] },
      { spot: 'B1', fid: buildFid(new Int32Array(40)), acqu: axis },
      { spot: 'B2', name: 'BTS', context: 'calibration', fid, acqu: axis },
    ],
  });
  return writeTar(files.map(({ path, bytes }) => ({ name: path, data: bytes })));
}

/** The whole engine on a run in a tar: listing, reading, processing, the model, rows, exports. */
export const job: Target = {
  name: 'job',
  seeds: () => [
    runOf('spectrum_id\tsample_id\nKPN 1\tS1\n'),
    runOf('spectrum_id,sample_id\n"0_A1","S ""1"""\n0_A2,S1\n'),
  ],
  mutators: [
    ...tarMutators,
    oneOf(textMutators(['TD', 'ML1', 'AnalyteId', 'spectrum_id', 'fid', 'acqu', '0_A1'])),
  ],
  share: 0.04,
  async run(input) {
    const tar: InputFile[] = [{ path: 'run.tar', blob: new Blob([input]) }];
    const endings = await checkJob(tar);
    // The same as loose files: then all that names spectra is read before them.
    return [...new Set([...endings, ...(await checkJob(await unpack(tar)))])];
  },
};

async function checkJob(files: readonly InputFile[]): Promise<string[]> {
  const pack = await tinyPack();
  const { summary, failure, spectra, samples, evidence } = await run(files, { pack });
  const endings = [failure, ...spectra.map(({ reason }) => reason), ...(summary?.problems ?? [])]
    .filter((fault) => fault !== null)
    .map(checkProblem);
  for (const { warnings } of [...spectra, ...samples]) endings.push(...warnings.map(checkProblem));
  invariant((summary === null) !== (failure === null), 'a job with no end, or with two');
  invariant(
    spectra.every(({ index }, i) => index === i),
    'a spectrum lost its row',
  );
  for (const { probabilities } of samples) {
    invariant(
      Array.from(probabilities).every((p) => p >= 0 && p <= 1.000001),
      'a probability that is none',
    );
  }
  const { manifest, ref } = pack;
  const exported = {
    app: { name: 'ktyper' as const, version: '0.0.0' },
    job: { name: 'fuzz', token: null, createdAt: '2026-01-01T00:00:00.000Z', summary },
    model: { manifest, ref },
    spectra,
    samples,
    evidence: evidenceIn(evidence),
  };
  const rows = [...exportTsv(exported)];
  const most = samples.length + spectra.length + 1;
  invariant(rows.length > samples.length && rows.length <= most, `${rows.length} rows of a table`);
  invariant(
    rows.every((row) => row.split('\n').length === 2),
    'a row of several lines',
  );
  const columns = new Set(rows.map((row) => row.split('\t').length));
  invariant(columns.size === 1, 'rows with different numbers of columns');
  invariant(
    [...exportSpectracl(exported)].every((row) => row.split('\t').length === 3),
    'not three columns',
  );
  for (const { fields } of parseDelimited([...exportCsv(exported)].join(''), ',')) {
    const formula = fields.find((field) => /^[=+@\t\r]/.test(field));
    invariant(formula === undefined, `a formula in the table: ${formula}`);
  }
  JSON.parse(await exportedText(exportJson(exported)));
  for (const line of (await exportedText(exportJsonLines(exported))).trimEnd().split('\n')) {
    if (line !== '') JSON.parse(line);
  }
  return ['done', ...endings];
}

async function unpack(files: readonly InputFile[]): Promise<InputFile[]> {
  const loose: InputFile[] = [];
  const options = { wanted: () => true, limits: DEFAULT_IO_LIMITS };
  for await (const event of listEntries(files, options)) {
    if (event.kind !== 'entry') continue;
    const bytes = await readEntry(event.entry.data, DEFAULT_IO_LIMITS);
    if (bytes.ok) loose.push({ path: event.entry.path, blob: new Blob([bytes.value]) });
  }
  return loose;
}
