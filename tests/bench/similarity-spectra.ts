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
  readonly peaks: PeakList;
}

interface Known {
  readonly species: string;
  readonly isolate: string;
}

/** The runs of the study, and what a spectrum's path says of it. */
const RUNS: readonly {
  readonly file: string;
  readonly known: (path: string, calls: ReadonlyMap<string, string>) => Known | null;
}[] = [
  {
    file: 'klebsiella-plate-rows-A-D.zip',
    // The species are the calls of the first marker model; four of them were sequenced.
    known(path, calls) {
      const spot = /0_([A-H]\d+)/.exec(path)?.[1] ?? '';
      const species = calls.get(spot);
      return species === undefined ? null : { species, isolate: spot };
    },
  },
  {
    file: 'other-bacteria-species1-2.tar.gz',
    known(path) {
      const [, species, spot] = /(species\d)\/(0_[A-H]\d+)/.exec(path) ?? [];
      return species && spot ? { species, isolate: spot } : null;
    },
  },
  {
    file: 'other-laboratories/rki-klebsiella-oxytoca.tar.gz',
    known: () => ({ species: 'oxytoca', isolate: 'ATCC 13182' }),
  },
  {
    file: 'other-laboratories/rki-citrobacter-text.tar.gz',
    known(path) {
      const species = /Citrobacter_[a-z]+/.exec(path)?.[0];
      return species === undefined ? null : { species, isolate: path };
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
  const calls = new Map(cells.slice(1).map((row) => [row[1]!, row[5]!]));
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
