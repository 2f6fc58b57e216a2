import * as v from 'valibot';
import { type Problem, problem } from '../problem';
import { err, ok, type Result } from '../result';
import { decodeText } from '../text';

/** One analyte as a Biotyper project lists it. What the file does not tell is empty. */
export interface RunAnalyte {
  readonly analyteUid: string;
  /** AnalyteId: the name that the laboratory typed. */
  readonly name: string;
  /** `A1`: the chip's number is left out when it is 0. */
  readonly spot: string;
  readonly spectrumUid: string;
  /** `id` for a sample; calibrants have others. */
  readonly context: string;
  /** Folder of the acquisition below the project's, `/` between folders. */
  readonly subPath: string;
}

/** `runInfo.json`: the project and its analytes. `info`: the same of one analyte. */
export interface BiotyperRun {
  readonly projectUid: string | null;
  readonly title: string | null;
  readonly analytes: readonly RunAnalyte[];
}

/** Larger files are no run information: that of a full 384-spot target takes about 110 kB. */
const MAX_BYTES = 8 * 1024 * 1024;
/** Longer texts are cut: they are names that stand in a table. */
const MAX_TEXT = 300;
/** As many as fifty full targets have; what else a file lists is left out. */
const MAX_ANALYTES = 20_000;

/** A name, whatever type it has: laboratories type numbers, and software writes them as such. */
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

/** Entries of `Analytes` that are no objects, or name nothing, are left out; the others count. */
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
 * Reads `runInfo.json`, which stands at the root of a Biotyper project. Fields of a wrong type count
 * as absent; only what is no such file at all is a Problem.
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
        'The run information runInfo.json could not be read: it is not a JSON object with a list ' +
          'of Analytes.',
        'The spectra are named after their folders instead. Copy the run again if you need names.',
        path,
      ),
    );
  }
  const { ProjectUid, ProjectName, Analytes } = parsed.output;
  return ok({ projectUid: ProjectUid || null, title: ProjectName || null, analytes: Analytes });
}

/** Reads an analyte's `info`. Null when it is none: other software writes files of that name, too. */
export function parseAnalyteInfo(bytes: Uint8Array): BiotyperRun | null {
  const json = parseJson(bytes);
  const head = v.safeParse(project, json);
  const one = v.safeParse(analyte, json);
  if (!head.success || !one.success || one.output.analyteUid === '') return null;
  const { ProjectUid, ProjectName } = head.output;
  return { projectUid: ProjectUid || null, title: ProjectName || null, analytes: [one.output] };
}

/** The value, or undefined when it is no JSON or far too large. */
function parseJson(bytes: Uint8Array): unknown {
  if (bytes.length > MAX_BYTES) return undefined;
  try {
    return JSON.parse(decodeText(bytes)) as unknown;
  } catch {
    return undefined;
  }
}
