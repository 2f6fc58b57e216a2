import { acquFields } from '../../src/simulate/acqu-fields';
import { LINEAR_AXIS } from '../../src/simulate/axis';
import { writeParameterFile } from '../../src/simulate/parameter-file';
import { createRandom, drawUid } from '../../src/simulate/random';

/** Builds the files of a small synthetic Biotyper run. For spectra that look real, see `src/simulate`. */

export interface BuiltFile {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Fields to set, by key; null leaves a field out. Text fields get their `<...>` automatically. */
export type AcquOverrides = Readonly<Record<string, string | number | null>>;

/** Returns the text of an `acqu` with all fields that an instrument writes and the given ones changed. */
export function buildAcqu(overrides: AcquOverrides = {}): string {
  const fields = new Map(
    acquFields({
      axis: LINEAR_AXIS,
      uid: '00000000-0000-4000-8000-000000000001',
      spot: 'A1',
      folder: 'D:\\data\\RUN\\ANALYTE\\0_A1\\1\\1SLin',
      acquiredAt: '2026-01-05T09:00:00.000+00:00',
      laserShots: 200,
      maxCount: 1000,
      attenuation: 69.814817,
      position: { x: -62780, y: -3060 },
      instrument: '0000000.00000',
      target: 'G_TARGET',
      comments: [],
    }),
  );
  for (const [key, value] of Object.entries(overrides)) {
    if (value === null) fields.delete(key);
    else fields.set(key, asWritten(fields.get(key), String(value)));
  }
  return writeParameterFile(fields);
}

function asWritten(before: string | undefined, value: string): string {
  return before?.startsWith('<') === true && !value.startsWith('<') ? `<${value}>` : value;
}

/** Writes a fid: 32-bit signed integers. */
export function buildFid(
  counts: ArrayLike<number>,
  options: { readonly byteOrder?: 'little' | 'big' } = {},
): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(4 * counts.length);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < counts.length; i++) {
    view.setInt32(4 * i, counts[i]!, options.byteOrder !== 'big');
  }
  return bytes;
}

/** Returns counts of a whole linear-mode axis: a level floor with ten triangular peaks, and no zero. */
export function plainCounts(): Int32Array {
  return Int32Array.from({ length: LINEAR_AXIS.points }, (_, i) => {
    const fromPeak = Math.abs((i % 2000) - 1000);
    return 20 + Math.max(0, 1000 - 100 * fromPeak);
  });
}

export interface BuiltSpot {
  /** For example `A1`. */
  readonly spot: string;
  /** As the laboratory typed it; `Sample A1` by default. */
  readonly name?: string;
  /** `id` by default. */
  readonly context?: string;
  readonly acqu?: AcquOverrides;
  /** `acqu` by default. */
  readonly parameterFiles?: readonly ('acqu' | 'acqus')[];
  /** Counts, or the bytes of the file; `plainCounts()` by default. */
  readonly fid?: Int32Array | readonly number[] | Uint8Array<ArrayBuffer>;
  /** Whether the run lists the spot but has no file of it. */
  readonly isMissing?: boolean;
}

export interface BuiltRun {
  readonly spots: readonly BuiltSpot[];
  readonly title?: string;
  /** The project's folder and uid. */
  readonly project?: string;
  /** Whether `runInfo.json` exists, and whether it has a byte-order mark. */
  readonly runInfo?: 'plain' | 'byte-order-mark' | 'absent';
  /** Whether each analyte has an `info` file. */
  readonly info?: boolean;
  readonly sampleSheet?: string;
}

/** Makes a uid that depends on the spot alone, so that a test can name it. */
export function builtUid(what: 'project' | 'analyte' | 'spectrum', spot = ''): string {
  return drawUid(createRandom(`built ${what}`, spot));
}

/** Builds the files of a run: `PROJECT/ANALYTE/0_A1/1/1SLin/{acqu,fid}`, `info` and `runInfo.json`. */
export function buildRun(run: BuiltRun): BuiltFile[] {
  const project = run.project ?? builtUid('project');
  const head = { ProjectUid: project, ProjectName: run.title ?? 'Built run' };
  const files: BuiltFile[] = [];
  const add = (path: string, content: string | Uint8Array<ArrayBuffer>): void => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    files.push({ path, bytes });
  };

  if (run.sampleSheet !== undefined) add('sample_sheet.tsv', run.sampleSheet);
  if (run.runInfo !== 'absent') {
    const record = { ...head, Analytes: run.spots.map(analyteRecord) };
    const mark = run.runInfo === 'byte-order-mark' ? '\uFEFF' : '';
    add(`${project}/runInfo.json`, mark + JSON.stringify(record));
  }
  for (const built of run.spots) {
    if (built.isMissing === true) continue;
    const analyte = `${project}/${builtUid('analyte', built.spot)}`;
    const folder = `${analyte}/0_${built.spot}/1/1SLin`;
    const uid = builtUid('spectrum', built.spot);
    const acqu = buildAcqu({
      ID_raw: uid,
      PATCHNO: built.spot,
      SPOTNO: built.spot,
      ...built.acqu,
    });
    for (const file of built.parameterFiles ?? ['acqu']) add(`${folder}/${file}`, acqu);
    const fid = built.fid ?? plainCounts();
    add(`${folder}/fid`, fid instanceof Uint8Array ? fid : buildFid(fid));
    if (run.info !== false) {
      const { AnalyteUid, AnalyteId, Spot, SpectrumUid } = analyteRecord(built);
      add(`${analyte}/info`, JSON.stringify({ ...head, AnalyteUid, AnalyteId, Spot, SpectrumUid }));
    }
  }
  return files;
}

function analyteRecord(built: BuiltSpot) {
  const uid = builtUid('analyte', built.spot);
  return {
    AnalyteUid: uid,
    AnalyteId: built.name ?? `Sample ${built.spot}`,
    AnalyteType: 'Sample',
    Spot: `${built.spot}:0`,
    SpectrumUid: builtUid('spectrum', built.spot),
    Context: built.context ?? 'id',
    SubPath: `${uid}\\0_${built.spot}\\1`,
  };
}
