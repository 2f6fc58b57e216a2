import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inputFiles } from '../../scripts/headless/input-files';
import { AxisCache } from '../../src/core/bruker/axis-cache';
import { ONE_DALTON_BINS } from '../../src/core/preprocess/bin';
import { SPECTRACL_1 } from '../../src/core/preprocess/recipe';
import { highestPeaks, type PeakList } from '../../src/core/similarity/peak-list';
import { viewSpectrum } from '../../src/core/spectrum/spectrum-view';
import { entriesOf } from '../../src/io/acquisition-data';
import { DEFAULT_IO_LIMITS } from '../../src/io/limits';
import { readEntries } from '../../src/io/read-entry';
import { AcquisitionLocator } from '../../workers/reader/acquisition-locator';
import { readData } from '../../workers/spectrum/read-data';

/** A real spectrum of known species. */
export interface StudySpectrum {
  readonly run: string;
  readonly species: string;
  readonly isolate: string;
  /** False where the species is a call that was not accepted: nobody knows what it is. */
  readonly isSure: boolean;
  readonly peaks: PeakList;
}

type Known = Pick<StudySpectrum, 'species' | 'isolate' | 'isSure'>;

/** A call of the first marker model. */
interface EarlierCall {
  readonly species: string;
  readonly isAccepted: boolean;
}

/** The plate of close relatives. Rows A and B chose what is compared; C and D did not. */
export const PLATE = 'klebsiella-plate-rows-A-D.zip';

/** The runs of the study, and what a spectrum's path says of it. */
const RUNS: readonly {
  readonly file: string;
  readonly known: (path: string, calls: ReadonlyMap<string, EarlierCall>) => Known | null;
}[] = [
  {
    file: PLATE,
    // The species are the calls of the first marker model; four of them were sequenced.
    known(path, calls) {
      const spot = /0_([A-H]\d+)/.exec(path)?.[1] ?? '';
      const call = calls.get(spot);
      if (call === undefined) return null;
      return { species: call.species, isolate: spot, isSure: call.isAccepted };
    },
  },
  {
    file: 'other-bacteria-species1-2.tar.gz',
    known(path) {
      const [, species, spot] = /(species\d)\/(0_[A-H]\d+)/.exec(path) ?? [];
      return species && spot ? { species, isolate: spot, isSure: true } : null;
    },
  },
  {
    file: 'other-laboratories/rki-klebsiella-oxytoca.tar.gz',
    known: () => ({ species: 'oxytoca', isolate: 'ATCC 13182', isSure: true }),
  },
  {
    file: 'other-laboratories/rki-citrobacter-text.tar.gz',
    known(path) {
      const species = /Citrobacter_[a-z]+/.exec(path)?.[0];
      return species === undefined ? null : { species, isolate: path, isSure: true };
    },
  },
];

/** Reads all spectra of the study. */
export async function readStudy(shared: string): Promise<readonly StudySpectrum[]> {
  const lines = await readFile(join(shared, 'reference/prototype-calls-rows-A-D.csv'), 'utf8');
  const cells = lines
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  const calls = new Map(
    cells
      .slice(1)
      .map((row): [string, EarlierCall] => [
        row[1]!,
        { species: row[5]!, isAccepted: row[6] === '1' },
      ]),
  );
  const spectra: StudySpectrum[] = [];
  for (const { file, known } of RUNS) {
    const axes = new AxisCache();
    const locator = new AcquisitionLocator(await inputFiles([join(shared, file)]));
    for await (const { path, data } of locator.find(() => true)) {
      const about = known(path, calls);
      if (about === null) continue;
      const entries = await readEntries(entriesOf(data), DEFAULT_IO_LIMITS);
      const bytes = entries.map((one) => (one.ok ? one.value : null));
      const { spectrum } = readData({ path, data, bytes }, axes);
      if (!spectrum.ok) continue;
      const { peaks } = viewSpectrum(SPECTRACL_1, spectrum.value.spectrum, ONE_DALTON_BINS);
      spectra.push({ run: file, ...about, peaks: highestPeaks(peaks) });
    }
  }
  return spectra;
}
