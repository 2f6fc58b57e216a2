import * as v from 'valibot';
import { type Problem, problem } from '../problem';
import { err, ok, type Result } from '../result';
import { decodeText } from '../text';
import { sentence } from '../../words/told/sentence';

/** One analyte as a Biotyper project lists it. Values that the file lacks are empty. */
export interface RunAnalyte {
  readonly analyteUid: string;
  /** AnalyteId: the name that the laboratory typed. */
  readonly name: string;
  /** `A1`: the chip's number is left out when it is 0. */
  readonly spot: string;
  readonly spectrumUid: string;
  /** `id` for a sample; calibrants have other contexts. */
  readonly context: string;
  /** Folder of the acquisition inside the project's, `/` between folders. */
  readonly subPath: string;
}

/** What is kept of an analyte: the rest is what it is found by. */
export type KnownAnalyte = Pick<RunAnalyte, 'name' | 'spot' | 'spectrumUid' | 'context'>;

/** The content of `runInfo.json`, a project and its analytes, or of `info`, the same with one analyte. */
export interface BiotyperRun {
  readonly projectUid: string | null;
  readonly title: string | null;
  readonly analytes: readonly RunAnalyte[];
}

/** Larger files are not run information: that of a full 384-spot target takes about 110 kB. */
const MAX_BYTES = 8 * 1024 * 1024;
/** Longest text that is kept; longer ones are cut, since they are names for a table. */
const MAX_TEXT = 300;
/** Most analytes that are read, as many as fifty full targets have; the rest of a file is left out. */
const MAX_ANALYTES = 20_000;

/** A name of any type: laboratories type numbers, and software writes them as such. */
const text = v.fallback(
  v.pipe(
    v.union([v.string(), v.number()]),
    v.transform((value) => String(value).trim().slice(0, MAX_TEXT)),
  ),
  '',
);

const analyte = v.pipe(
  v.object({
    AnalyteUid: text,
    AnalyteId: text,
    Spot: text,
    SpectrumUid: text,
    Context: text,
    SubPath: text,
  }),
  v.transform((raw): RunAnalyte => ({
    analyteUid: raw.AnalyteUid,
    name: raw.AnalyteId,
    spot: raw.Spot.replace(/:0$/, ''),
    spectrumUid: raw.SpectrumUid,
    context: raw.Context,
    subPath: raw.SubPath.replaceAll('\\', '/').replace(/^\/+|\/+$/g, ''),
  })),
);

const project = v.object({ ProjectUid: text, ProjectName: text });

/** Entries of `Analytes` that are not objects, or name nothing, are left out; the others count. */
const runInfo = v.object({
  ...project.entries,
  Analytes: v.pipe(
    v.array(v.fallback(v.nullable(analyte), null)),
    v.transform((list) =>
      list
        .slice(0, MAX_ANALYTES)
        .filter((entry) => entry !== null)
        .filter((entry) => entry.analyteUid || entry.spectrumUid || entry.name),
    ),
  ),
});

/**
 * Parses `runInfo.json`, which lies at the root of a Biotyper project. Fields of a wrong type count as
 * absent; only a file of another kind altogether is a Problem.
 */
export function parseRunInfo(
  bytes: Uint8Array,
  path: string,
): Result<BiotyperRun, Problem<'run-info-unreadable'>> {
  const parsed = v.safeParse(runInfo, parseJson(bytes));
  if (!parsed.success) {
    return err(
      problem(
        'run-info-unreadable',
        sentence('acquisition.runInfo'),
        sentence('acquisition.runInfoCure'),
        path,
      ),
    );
  }
  const { ProjectUid, ProjectName, Analytes } = parsed.output;
  return ok({ projectUid: ProjectUid || null, title: ProjectName || null, analytes: Analytes });
}

/**
 * Parses an analyte's `info`.
 *
 * @returns null when it is not one: other software writes files of that name, too
 */
export function parseAnalyteInfo(bytes: Uint8Array): BiotyperRun | null {
  const json = parseJson(bytes);
  const head = v.safeParse(project, json);
  const one = v.safeParse(analyte, json);
  if (!head.success || !one.success || one.output.analyteUid === '') return null;
  const { ProjectUid, ProjectName } = head.output;
  return { projectUid: ProjectUid || null, title: ProjectName || null, analytes: [one.output] };
}

/** @returns the value, or undefined when the bytes are not JSON or far too large */
function parseJson(bytes: Uint8Array): unknown {
  if (bytes.length > MAX_BYTES) return undefined;
  try {
    return JSON.parse(decodeText(bytes)) as unknown;
  } catch {
    return undefined;
  }
}
