import {
  calibrationSpotOf,
  isFailedCalibrant,
  judgeCalibrant,
  tellCalibrant,
} from '../../core/calibrant/judge-calibrant';
import { calledSample } from '../../core/controls/called-sample';
import { controlFinder } from '../../core/controls/control';
import { isFailed, judgeControl, tellControl } from '../../core/controls/judge-control';
import { spotsOf } from '../../core/controls/run-controls';
import type { SampleRow, SpectrumRow } from '../../core/job/types';
import { inEnglish } from '../../words/in-words';
import type { SampleOutput, SpectrumOutput } from './output-schema';
import type { Column } from './table-rows';
import type { ExportedJob } from './types';

type Judged = Pick<ExportedJob, 'controls' | 'model'>;

/**
 * Returns a function that makes the JSON of what became of a declared control; of nothing for any other sample.
 *
 * @param spotOf returns the spot of a spectrum
 */
export function controlOutput(
  { controls = [], model }: Judged,
  spotOf: (spectrum: number) => string | undefined,
): (sample: SampleRow) => Pick<SampleOutput, 'control'> {
  if (controls.length === 0) return () => ({});
  const find = controlFinder(controls);
  return (row) => {
    const spots = spotsOf(row, spotOf);
    const control = find({ name: row.name, spots });
    if (control === null) return {};
    const sample = calledSample(row, spots, model.manifest);
    const verdict = judgeControl(sample, control.expects);
    return {
      control: {
        declared: control.expects,
        verdict,
        fails: isFailed({ verdict }),
        finding: inEnglish(tellControl({ control, sample, verdict })),
      },
    };
  };
}

/** Makes the JSON of what became of a calibration spot that was looked at; of nothing for any other spectrum. */
export function calibrantOutput(row: SpectrumRow): Pick<SpectrumOutput, 'calibrant'> {
  const spot = calibrationSpotOf(row);
  if (spot === null) return {};
  return {
    calibrant: {
      masses: spot.measures,
      verdict: judgeCalibrant(spot),
      fails: isFailedCalibrant(spot),
      finding: inEnglish(tellCalibrant(spot)),
    },
  };
}

/**
 * Returns the columns that say what became of controls and calibration spots; none where no control is declared and no
 * calibration spot was looked at.
 */
export function controlColumns(exported: ExportedJob): readonly Column[] {
  const { controls = [], spectra } = exported;
  if (controls.length === 0 && spectra.every((row) => calibrationSpotOf(row) === null)) return [];
  const spots = new Map(spectra.map(({ index, spot }) => [index, spot]));
  const ofSample = controlOutput(exported, (index) => spots.get(index));
  const column = (
    name: string,
    cell: (judged: { verdict: string; fails: boolean; finding: string }) => string,
  ): Column => ({
    name,
    cell: ({ sample, spectra: [row] }) => {
      const judged =
        sample !== null
          ? ofSample(sample).control
          : row === undefined
            ? undefined
            : calibrantOutput(row).calibrant;
      return judged === undefined ? null : cell(judged);
    },
  });
  return [
    column('control', ({ verdict }) => verdict),
    column('control_fails', ({ fails }) => (fails ? 'yes' : 'no')),
    column('control_finding', ({ finding }) => finding),
  ];
}
