import { runnerUpOf } from '../../core/classify/group-members';
import { callCategory } from '../../core/classify/tiers';
import { replicatePlaces } from '../../core/classify/replicate-places';
import type { GuardVerdict, SampleRow, SpeciesCall } from '../../core/job/types';
import type { TaxonInfo } from '../../core/model-pack/types';
import type { Problem } from '../../core/problem';
import { explainVerdict } from '../../core/quality/explain';
import type { Verdict } from '../../core/quality/judge';
import { QUALITY_LIMITS, type QualityMeasure } from '../../core/quality/limits';
import type { SampleQuality } from '../../core/quality/rate-sample';
import { calibrationText, computedBy, shotsCell } from './provenance';
import { failureOf, isUnread } from './failure-of';
import {
  acquiredCell,
  type Column,
  contextOf,
  each,
  joined,
  nextStepCell,
  type ResultTable,
  runCell,
  type TableContext,
  type TableRow,
  tableRows,
} from './table-rows';
import { type Cell, INTENDED_USE, type ExportedJob } from './types';
import { controlColumns } from './control-output';
import { reviewColumns } from './review-output';
import { watchCells, watchColumns } from './watch-output';
import { inEnglish } from '../../words/in-words';
import { labelOf } from '../../core/classify/call-label';

/**
 * Makes the table that people download: one row for each sample, by spot or in the order of the table on the
 * page, then one row for each spectrum that belongs to no sample, such as a calibration spot. docs/output.md explains the columns.
 */
export function resultTable(exported: ExportedJob): ResultTable {
  const context = contextOf(exported);
  const added = [...controlColumns(exported), ...reviewColumns(exported)];
  const names = (columns: readonly Column[]) => columns.map(({ name }) => name);
  return {
    columns: [...names(COLUMNS), ...watchColumns(exported), ...names(added)],
    rows: {
      *[Symbol.iterator]() {
        for (const row of tableRows(exported, context)) {
          const { sample, spectra } = row;
          const own = COLUMNS.map(({ cell }) => cell(row, context));
          const watched = watchCells(exported, sample === null ? [] : spectra);
          yield [...own, ...watched, ...added.map(({ cell }) => cell(row, context))];
        }
      },
    },
  };
}

const COLUMNS: readonly Column[] = [
  { name: 'sample', cell: ({ sample, spectra }) => sample?.name ?? spectra[0]?.name ?? null },
  { name: 'spot', cell: ({ sample, spectra }) => sample?.spot ?? spectra[0]?.spot ?? null },
  { name: 'call', cell: ({ sample }) => sample && inEnglish(labelOf(sample.call)) },
  {
    name: 'counted_as',
    cell: ({ sample }, { exported }) =>
      sample === null ? null : callCategory(sample.call, exported.model.manifest),
  },
  { name: 'phylogroup', cell: ({ sample }, { taxa }) => named(sample, taxa)?.phylogroup ?? null },
  {
    name: 'also_fits',
    cell: ({ sample }, { taxa }) => {
      const names = named(sample, taxa)?.alsoFits;
      return names === undefined ? null : joined(names);
    },
  },
  { name: 'kind', cell: ({ sample }) => sample?.call.kind ?? null },
  { name: 'confidence', cell: ({ sample }) => sample?.call.confidence ?? null },
  { name: 'probability', cell: ({ sample }) => sample?.call.probability ?? null },
  {
    name: 'runner_up',
    cell: ({ sample }, { exported, taxa }) => {
      const taxon = runnerUp(sample, exported)?.taxon;
      return taxon === undefined ? null : (taxa.get(taxon)?.name ?? taxon);
    },
  },
  {
    name: 'runner_up_probability',
    cell: ({ sample }, { exported }) => runnerUp(sample, exported)?.probability ?? null,
  },
  { name: 'rule', cell: ({ sample }) => sample?.call.rule ?? null },
  { name: 'reason', cell: reason },
  { name: 'what_to_do', cell: nextStepCell },
  { name: 'status', cell: status },
  { name: 'guard_pattern', cell: (row) => patternCell(guardOf(row)) },
  { name: 'guard_call', cell: (row) => shownGuard(guardOf(row)) },
  { name: 'guard_reason', cell: (row) => inEnglish(guardOf(row)?.reason ?? '') || null },
  { name: 'guard_model', cell: (row) => guardOf(row)?.model ?? null },
  {
    name: 'spectra',
    cell: ({ sample, spectra }) =>
      spectra.filter((row) => row.status === 'ok').length - leftOut(sample),
  },
  {
    name: 'spectra_lost',
    cell: ({ spectra }) => spectra.filter((row) => row.status !== 'ok').length,
  },
  { name: 'spectra_left_out', cell: ({ sample }) => leftOut(sample) },
  { name: 'replicates', cell: ({ sample }) => agreement(sample) },
  {
    name: 'replicates_disagreeing',
    cell: disagreeing,
  },
  {
    name: 'markers_of',
    cell: ({ sample }, { taxa }) => {
      const taxon = sample?.markers?.taxon;
      return taxon === undefined ? null : (taxa.get(taxon)?.name ?? taxon);
    },
  },
  {
    name: 'markers_found',
    cell: ({ sample }, { exported }) => markerNames(sample?.markers?.found, exported),
  },
  {
    name: 'markers_missing',
    cell: ({ sample }, { exported }) => markerNames(sample?.markers?.missing, exported),
  },
  { name: 'shift_ppm', cell: ({ sample }) => sample?.shiftPpm ?? null },
  { name: 'tilt_ppm_per_kda', cell: ({ sample }) => sample?.tiltPpmPerKda ?? null },
  { name: 'sensitivity', cell: ({ sample }) => sample?.sensitivity ?? null },
  { name: 'peaks', cell: ({ sample }) => sample?.peaks ?? null },
  { name: 'quality', cell: ({ quality }) => quality?.verdict ?? null },
  { name: 'quality_warnings', cell: ({ quality }) => reasons(quality, 'warn') },
  { name: 'quality_failures', cell: ({ quality }) => reasons(quality, 'fail') },
  measured('peaks_above_10kda', 'peaksAbove10kDa'),
  measured('largest_peak_mz', 'largestPeakMz'),
  measured('signal_to_noise', 'medianSignalToNoise'),
  measured('total_intensity', 'totalIntensity'),
  measured('noise', 'noiseShare'),
  measured('saturated_points', 'saturatedPoints'),
  measured('markers_found_part', 'markersFound'),
  measured('marker_signal_to_noise', 'markerSignalToNoise'),
  measured('resolution', 'resolution'),
  measured('residual_ppm', 'residualPpm'),
  { name: 'warnings', cell: warnings },
  { name: 'uids', cell: ({ spectra }) => joined(spectra.map(({ uid }) => uid)) },
  { name: 'paths', cell: ({ spectra }) => joined(spectra.map(({ path }) => path)) },
  { name: 'sha256', cell: ({ spectra }) => joined(spectra.map((row) => row.sha256 ?? '')) },
  { name: 'run', cell: runCell },
  { name: 'job', cell: (_, { exported }) => exported.job.name },
  { name: 'job_token', cell: (_, { exported }) => exported.job.token },
  {
    name: 'instrument',
    cell: ({ spectra }) => each(spectra.map(({ record }) => record?.instrument)),
  },
  { name: 'acquired', cell: acquiredCell },
  { name: 'laser_shots', cell: ({ spectra }) => shotsCell(spectra) },
  {
    name: 'calibration',
    cell: ({ spectra }) => each(spectra.map(({ record }) => calibrationText(record))),
  },
  { name: 'model', cell: (_, { exported }) => exported.model.ref.id },
  { name: 'model_version', cell: (_, { exported }) => exported.model.ref.version },
  { name: 'model_sha256', cell: (_, { exported }) => exported.model.ref.sha256 },
  { name: 'quality_limits', cell: () => QUALITY_LIMITS.version },
  { name: 'settings', cell: (_, { settings }) => settings },
  { name: 'app_version', cell: (_, { exported }) => computedBy(exported).version },
  { name: 'app_commit', cell: (_, { exported }) => computedBy(exported).commit ?? null },
  { name: 'use', cell: () => INTENDED_USE },
];

function runnerUp(sample: SampleRow | null, { model }: ExportedJob): SpeciesCall['runnerUp'] {
  return sample === null ? null : runnerUpOf(sample, model.manifest);
}

/** @returns the taxon of a sample's call; undefined for a group and for a refusal */
function named(sample: SampleRow | null, taxa: TableContext['taxa']): TaxonInfo | undefined {
  return taxa.get(sample?.call.taxon ?? '');
}

/** Makes the column of a quality measure. A sample with several spectra gets their median. */
function measured(name: string, measure: QualityMeasure): Column {
  return {
    name,
    cell: ({ quality }) =>
      quality?.measures.find((judged) => judged.measure === measure)?.value ?? null,
  };
}

/** @returns the guard's finding for a sample, or for a spectrum without a sample */
function guardOf({ sample, spectra }: TableRow): GuardVerdict | undefined {
  return sample === null ? spectra[0]?.guard : sample.guard;
}

/** Writes the guard's finding; empty where no guard ran. */
export function patternCell(guard: GuardVerdict | undefined): Cell {
  return guard?.pattern.replace('-', ' ') ?? null;
}

function reasons(quality: SampleQuality | null, verdict: Verdict): Cell {
  const judged = (quality?.measures ?? []).filter((one) => one.verdict === verdict);
  return joined(judged.map((one) => inEnglish(explainVerdict(one))));
}

/** Counts the usable spectra that are not in the mean that a sample's call is made from. */
function leftOut(sample: SampleRow | null): number {
  return sample?.consensus?.leftOut?.length ?? 0;
}

/** `3 of 3 agree` */
function agreement(sample: SampleRow | null): Cell {
  const consensus = sample?.consensus ?? null;
  return consensus && `${consensus.agreeing} of ${consensus.spectra} agree`;
}

/** Names the spectra that are called otherwise than their sample, each with its call. */
function disagreeing({ sample, spectra: own }: TableRow, { spectra }: TableContext): Cell {
  if (sample === null || sample.consensus === null) return null;
  const places = replicatePlaces(own);
  const others = Object.values(sample.consensus.others).flat();
  return joined(
    others.flatMap((index) => {
      const row = spectra.get(index);
      return row === undefined
        ? []
        : `${places.get(index) ?? row.spot}: ${row.call === null ? '' : inEnglish(labelOf(row.call))}`;
    }),
  );
}

/** Writes markers as `S22 5280.0`, in the order of the model's loci; nothing where the call names nothing. */
function markerNames(ions: readonly number[] | undefined, { model }: ExportedJob): Cell {
  const { markers } = model.manifest;
  if (ions === undefined || markers === null) return null;
  return joined(
    ions.flatMap((ion) => {
      const known = markers.ions[ion];
      return known === undefined ? [] : `${known.locus} ${known.mass.toFixed(1)}`;
    }),
  );
}

/** Returns the status of a sample's call: a sample is read when at least one of its spectra is. */
function status({ sample, spectra }: TableRow): Cell {
  if (sample === null) return spectra[0]?.status ?? null;
  return isUnread(sample) ? 'failed' : 'ok';
}

function reason({ sample, spectra }: TableRow, context: TableContext): Cell {
  if (sample !== null) {
    const failure = failureOf(sample, spectra);
    return failure === null ? inEnglish(sample.call.reason) : sentences(failure);
  }
  const [row] = spectra;
  if (row === undefined) return null;
  if (row.reason !== null) return sentences(row.reason);
  const original = row.duplicateOf === null ? undefined : context.spectra.get(row.duplicateOf);
  return original === undefined ? null : `The same bytes as ${original.path}.`;
}

function shownGuard(guard: GuardVerdict | undefined): Cell {
  return guard === undefined ? null : inEnglish(labelOf(guard));
}

/** Lists the warnings of a sample, or of a spectrum without a sample, each once. */
function warnings({ sample, spectra }: TableRow): Cell {
  const all = sample?.warnings ?? spectra.flatMap((row) => row.warnings);
  return joined([...new Set(all.map(({ message }) => inEnglish(message)))]);
}

function sentences({ message, cure }: Problem): string {
  return `${inEnglish(message)} ${inEnglish(cure)}`;
}
