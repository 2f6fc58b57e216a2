import type { SpectrumRow } from '../../core/job/types';
import { QUALITY_LIMITS } from '../../core/quality/limits';
import type { AcquisitionRecord } from '../../core/spectrum/spectrum';
import type { JsonOutputHead } from './output-schema';
import type { AppVersion, Cell, ExportedJob } from './types';

/** Returns the version of the app that a job's calls are of, which need not be the one that writes the file. */
export function computedBy({ app, job }: Pick<ExportedJob, 'app' | 'job'>): AppVersion {
  return job.computedBy ?? app;
}

export function appOutput({ app }: Pick<ExportedJob, 'app'>): JsonOutputHead['app'] {
  return { name: app.name, version: app.version, commit: app.commit ?? null };
}

export function jobOutput(exported: Pick<ExportedJob, 'app' | 'job'>): JsonOutputHead['job'] {
  const { name, token, createdAt } = exported.job;
  const { version, commit = null } = computedBy(exported);
  return { name, token, createdAt, computedBy: { version, commit } };
}

type WithSettings = Pick<ExportedJob, 'job' | 'model' | 'watch'>;

/** Makes the JSON of all that a person or a model's manifest sets, and that a call depends on. */
export function settingsOutput({ job, model, watch }: WithSettings): JsonOutputHead['settings'] {
  const { recipe, thresholds } = model.manifest;
  const { species, high, moderate = null, group, markers, scope } = thresholds;
  const guard = job.guard?.kind === 'watched' ? job.guard.guard : null;
  return {
    recipe,
    samplesFrom: samplesFrom(job.summary),
    thresholds: { species, high, moderate, group, markers, scope },
    qualityLimits: QUALITY_LIMITS.version,
    guard: guard && `${guard.id} ${guard.version}`,
    watchLists: (watch ?? []).map(({ title, sha256 }) => ({ title, sha256 })),
  };
}

/** Writes the same in one line: `recipe spectracl-1; samples: each spectrum; threshold species 0.9; ...`. */
export function settingsText(exported: WithSettings): string {
  return settingsList(exported)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

/** Lists the settings by their names. Those that a model does not have are left out. */
export function settingsList(
  exported: WithSettings,
): readonly (readonly [name: string, value: string | number])[] {
  const { recipe, samplesFrom: from, thresholds, guard, watchLists } = settingsOutput(exported);
  const { markers, scope, ...limits } = thresholds;
  const numbers = Object.entries({ ...limits, ...markers, ...scopeNames(scope) });
  return [
    ['recipe', recipe],
    ['samples from', from],
    ...numbers.flatMap(([name, value]) =>
      value === null ? [] : [[`threshold ${inPlainWords(name)}`, value] as const],
    ),
    ['quality limits', QUALITY_LIMITS.version],
    ['guard', guard ?? 'none'],
    ...watchLists.map(({ title, sha256 }) => ['watched peaks', `${title} ${sha256}`] as const),
  ];
}

function scopeNames(scope: JsonOutputHead['settings']['thresholds']['scope']) {
  if (scope === null) return {};
  return { scopeMaxSpacing: scope.maxSpacing, scopeFrom: scope.from, scopeTo: scope.to };
}

/** `minLociSupported` is `min loci supported`. */
function inPlainWords(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function samplesFrom(summary: ExportedJob['job']['summary']): string {
  const grouping = summary?.grouping;
  if (summary?.sampleSheet) return `sample sheet ${summary.sampleSheet.path}`;
  if (grouping === undefined) return 'each spectrum';
  if (grouping.kind === 'name') return 'spectra of one name';
  const from = grouping.start === undefined ? '' : ` from ${grouping.start}`;
  return `every ${grouping.every} neighbouring spots${from}`;
}

/** Writes a calibration's constants, as the parameter file has them; null where there is none. */
export function calibrationText(record: AcquisitionRecord | null): string | null {
  const calibration = record?.calibration ?? null;
  if (record === null || calibration === null) return null;
  const hpc = record.highPrecisionCalibration ? ', HPC asked for, not applied' : '';
  return constantsText(calibration) + hpc;
}

/** Writes the constants alone: `ML1 5400000, ML2 417, ML3 -0.01, delay 19634, dwell 2`. */
export function constantsText(calibration: NonNullable<AcquisitionRecord['calibration']>): string {
  const { ml1, ml2, ml3, cubic, offset, delay, dwell } = calibration;
  const values = Object.entries({ ML1: ml1, ML2: ml2, ML3: ml3, cubic, offset, delay, dwell });
  const constants = values.flatMap(([name, value]) =>
    value === undefined ? [] : `${name} ${value}`,
  );
  return constants.join(', ');
}

/** Writes the laser's shots: a number, or where the spectra of a sample differ each once. */
export function shotsCell(spectra: readonly SpectrumRow[]): Cell {
  const shots = spectra.flatMap(({ record }) => record?.laserShots ?? []);
  const different = [...new Set(shots)];
  return different.length > 1 ? different.join(' | ') : (different[0] ?? null);
}
