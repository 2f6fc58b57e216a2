import { explainVerdict, measureLabel } from '../../../core/quality/explain';
import { QUALITY_MEASURES, type QualityMeasure } from '../../../core/quality/limits';
import { inEnglish } from '../../../words/in-words';
import type { ColumnKind, SheetColumn } from '../../workbook/types';
import { rateJob } from '../rated-job';
import { samplesToWrite } from '../rows-to-write';
import { joined } from '../table-rows';
import type { Cell, ExportedJob } from '../types';
import { inGroups, type Sheet } from './sheet';

const KINDS: Readonly<Partial<Record<QualityMeasure, ColumnKind>>> = {
  largestPeakMz: 'mz',
  noiseShare: 'percent',
  markersFound: 'percent',
  replicateAgreement: 'percent',
};

/** A row for each sample, with each measure of its quality and what the limits say of it. */
export function qualitySheet(exported: ExportedJob): Sheet {
  return {
    name: 'quality',
    columns: [
      { head: 'Sample', width: 18 },
      { head: 'Spot' },
      { head: 'Quality' },
      ...QUALITY_MEASURES.flatMap((measure): SheetColumn[] => {
        const head = inEnglish(measureLabel(measure));
        return [{ head, kind: KINDS[measure] ?? 'number' }, { head: `${head}: verdict` }];
      }),
      { head: 'Sensitivity' },
      { head: 'Spectra used' },
      { head: 'Spectra left out' },
      { head: 'Spectra lost' },
      { head: 'What did not pass', width: 60 },
    ],
    rows: inGroups({
      *[Symbol.iterator]() {
        const rated = rateJob(exported);
        for (const sample of samplesToWrite(exported)) {
          const own = rated.spectraOf(sample);
          const quality = rated.quality(sample);
          const measures = new Map((quality?.measures ?? []).map((one) => [one.measure, one]));
          const leftOut = sample.consensus?.leftOut?.length ?? 0;
          const usable = own.filter(({ status }) => status === 'ok').length;
          const faults = (quality?.measures ?? []).filter(({ verdict }) => verdict !== 'pass');
          yield [
            sample.name,
            sample.spot,
            quality?.verdict ?? null,
            ...QUALITY_MEASURES.flatMap((measure): Cell[] => {
              const judged = measures.get(measure);
              return [judged?.value ?? null, judged?.verdict ?? null];
            }),
            sample.sensitivity ?? null,
            usable - leftOut,
            leftOut,
            own.length - usable,
            joined(faults.map((one) => inEnglish(explainVerdict(one)))),
          ];
        }
      },
    }),
  };
}
