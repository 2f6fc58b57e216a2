import { labelOf } from '../../../core/classify/call-label';
import type { SampleRow, SpectrumRow } from '../../../core/job/types';
import { rateSample } from '../../../core/quality/rate-sample';
import { inEnglish } from '../../../words/in-words';
import type { SheetColumn } from '../../workbook/types';
import { calibrationText } from '../provenance';
import { spectraToWrite } from '../rows-to-write';
import { runNames } from '../run-names';
import { patternCell } from '../table';
import { joined } from '../table-rows';
import type { Cell, ExportedJob } from '../types';
import { localDate } from './local-date';
import { inGroups, type Sheet } from './sheet';

interface Context {
  readonly sampleOf: (row: SpectrumRow) => SampleRow | undefined;
  readonly runOf: (row: SpectrumRow) => string;
  readonly spectrum: (index: number) => SpectrumRow | undefined;
}

type SpectrumColumn = SheetColumn & {
  readonly cell: (row: SpectrumRow, context: Context) => Cell | undefined;
};

const COLUMNS: readonly SpectrumColumn[] = [
  { head: 'Sample', width: 18, cell: (row, { sampleOf }) => sampleOf(row)?.name },
  { head: 'Name', width: 18, cell: ({ name }) => name },
  { head: 'Spot', cell: ({ spot }) => spot },
  { head: 'Status', cell: ({ status }) => status },
  { head: 'Call', width: 32, cell: ({ call }) => call && inEnglish(labelOf(call)) },
  { head: 'Confidence', cell: ({ call }) => call?.confidence },
  { head: 'Probability', kind: 'percent', cell: ({ call }) => call?.probability },
  { head: 'Rule', width: 18, cell: ({ call }) => call?.rule },
  { head: 'Guard pattern', cell: ({ guard }) => patternCell(guard) },
  { head: 'Quality', cell: (row) => rateSample([row], null)?.verdict },
  { head: 'Reason', width: 40, cell: ({ reason }) => reason && inEnglish(reason.message) },
  { head: 'What to do', width: 40, cell: ({ reason }) => reason && inEnglish(reason.cure) },
  {
    head: 'Warnings',
    width: 40,
    cell: ({ warnings }) => joined(warnings.map(({ message }) => inEnglish(message))),
  },
  { head: 'Run', width: 18, cell: (row, { runOf }) => runOf(row) },
  { head: 'Path', width: 40, cell: ({ path }) => path },
  { head: 'Identifier', width: 38, cell: ({ uid }) => uid },
  { head: 'SHA-256', width: 40, cell: ({ sha256 }) => sha256 },
  {
    head: 'Copy of',
    width: 40,
    cell: ({ duplicateOf }, { spectrum }) =>
      duplicateOf === null ? null : spectrum(duplicateOf)?.path,
  },
  { head: 'Instrument', width: 18, cell: ({ record }) => record?.instrument },
  {
    head: "Acquired, instrument's clock",
    kind: 'date',
    width: 28,
    cell: ({ record }) => localDate(record?.acquiredAt),
  },
  { head: 'Acquired, with zone', width: 30, cell: ({ record }) => record?.acquiredAt },
  { head: 'Laser shots', cell: ({ record }) => record?.laserShots },
  { head: 'Spectrum type', cell: ({ record }) => record?.spectrumType },
  { head: 'Target', width: 18, cell: ({ record }) => record?.target },
  { head: 'Software', width: 18, cell: ({ record }) => record?.software },
  { head: 'Calibration', width: 40, cell: ({ record }) => calibrationText(record) },
  {
    head: 'Comments',
    width: 30,
    cell: ({ record }) => joined(record?.comments.map(inEnglish) ?? []),
  },
  { head: 'Points', cell: ({ measures }) => measures?.points },
  { head: 'First m/z', kind: 'mz', cell: ({ measures }) => measures?.mzFirst },
  { head: 'Last m/z', kind: 'mz', cell: ({ measures }) => measures?.mzLast },
  { head: 'Total intensity', cell: ({ measures }) => measures?.totalIntensity },
  { head: 'Largest intensity', cell: ({ measures }) => measures?.maxIntensity },
  { head: 'Peaks', cell: ({ measures }) => measures?.peaks },
];

/** A row for each spectrum, with what its files say and what it is called by itself. */
export function spectraSheet(exported: ExportedJob): Sheet {
  return {
    name: 'spectra',
    columns: COLUMNS,
    rows: inGroups({
      *[Symbol.iterator]() {
        const samples = new Map(
          exported.samples.flatMap((sample) => sample.spectra.map((index) => [index, sample])),
        );
        const spectra = new Map(exported.spectra.map((row) => [row.index, row]));
        const context: Context = {
          sampleOf: ({ index }) => samples.get(index),
          runOf: runNames(exported),
          spectrum: (index) => spectra.get(index),
        };
        for (const row of spectraToWrite(exported)) {
          yield COLUMNS.map(({ cell }) => cell(row, context) ?? null);
        }
      },
    }),
  };
}
