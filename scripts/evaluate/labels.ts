import { isShortForm } from '../../src/core/bruker/names';
import { decodeText } from '../../src/core/text';
import type { SpectrumRow } from '../../src/core/job/types';
import { err, ok, type Result } from '../../src/core/result';
import { parseDelimited } from '../../src/core/sample-sheet/parse-delimited';

/** One line of a `labels.tsv`. */
export interface Label {
  readonly line: number;
  /** A path or the end of one, a file name, a spectrum's name, or a folder's name. */
  readonly spectrum: string;
  /** A species, or any other text for a spectrum that must be refused. */
  readonly species: string;
}

export interface LabelTable {
  readonly labels: readonly Label[];
  /** Sentences about lines that were left out. */
  readonly warnings: readonly string[];
}

/**
 * Reads what is known of the spectra of a set: a table with the columns `spectrum` and `species`, in any
 * order, among others, separated by tabs, commas or semicolons. Ignores lines without a species.
 *
 * @returns the table, or the end of a sentence that explains why there is none
 */
export function parseLabels(bytes: Uint8Array): Result<LabelTable, string> {
  const text = decodeText(bytes);
  for (const delimiter of ['\t', ',', ';']) {
    const [head, ...rows] = parseDelimited(text, delimiter);
    const columns = head?.fields.map(foldName) ?? [];
    const [spectrumAt, speciesAt] = [columns.indexOf('spectrum'), columns.indexOf('species')];
    if (spectrumAt === -1 || speciesAt === -1) continue;
    const labels: Label[] = [];
    const warnings: string[] = [];
    for (const { line, fields } of rows) {
      const spectrum = fields[spectrumAt]?.trim() ?? '';
      const species = fields[speciesAt]?.trim() ?? '';
      if (spectrum === '') warnings.push(`Line ${line} names no spectrum and was left out.`);
      else if (species === '') warnings.push(`Line ${line} names no species and was left out.`);
      else labels.push({ line, spectrum, species });
    }
    return ok({ labels, warnings });
  }
  return err('has no first line with the columns spectrum and species');
}

/**
 * Makes names that a person cannot distinguish equal: ignores case, kinds of spaces, and kinds of letters.
 */
export function foldName(name: string): string {
  return name.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();
}

/** The names of a spectrum that a table may use. */
export type LabelledRow = Pick<SpectrumRow, 'path' | 'name' | 'uid' | 'names'>;

export interface MatchedLabels {
  /** [spectrum] the species of its label; null without a label. */
  readonly species: readonly (string | null)[];
  /** Labels that match no spectrum. */
  readonly unmatched: readonly Label[];
  /** Labels that match more than one spectrum, with the number of these. */
  readonly several: readonly { readonly label: Label; readonly spectra: number }[];
  /** Spectra with two labels that contradict each other, which count as not labelled. */
  readonly contradictory: readonly number[];
}

/**
 * Assigns labels to spectra. A label matches spectra by their name, the name of their file, or the end of
 * their path; where it matches none, it applies to all spectra in folders of that name. The last folders of
 * a fid, such as `0_A1/1/1SLin`, have the same names in each run, so no label matches by them alone.
 */
export function matchLabels(
  labels: readonly Label[],
  spectra: readonly LabelledRow[],
): MatchedLabels {
  const byName = placesBy(spectra, ownNames);
  const byFolder = placesBy(spectra, folderNames);
  const found = spectra.map(() => new Map<string, string>());
  const unmatched: Label[] = [];
  const several: MatchedLabels['several'][number][] = [];
  for (const label of labels) {
    const key = foldPath(label.spectrum);
    const places = byName.get(key) ?? byFolder.get(key) ?? new Set();
    if (places.size === 0) unmatched.push(label);
    if (places.size > 1) several.push({ label, spectra: places.size });
    for (const place of places) found[place]!.set(foldName(label.species), label.species);
  }
  return {
    species: found.map((all) => (all.size === 1 ? [...all.values()][0]! : null)),
    unmatched,
    several,
    contradictory: [...found.keys()].filter((place) => found[place]!.size > 1),
  };
}

function placesBy(
  spectra: readonly LabelledRow[],
  namesOf: (spectrum: LabelledRow) => Iterable<string>,
): ReadonlyMap<string, ReadonlySet<number>> {
  const places = new Map<string, Set<number>>();
  spectra.forEach((spectrum, place) => {
    for (const name of namesOf(spectrum)) {
      const same = places.get(name);
      if (same === undefined) places.set(name, new Set([place]));
      else same.add(place);
    }
  });
  places.delete('');
  return places;
}

function* ownNames({ path, name, uid, names }: LabelledRow): Generator<string> {
  yield* pathNames(foldPath(path));
  const document = documentOf(path);
  if (document !== null) yield* pathNames(document);
  yield foldPath(name);
  yield foldPath(uid);
  if (names === null) return;
  const { sampleName, fullName, semiUniqueName, uniqueName } = names;
  for (const one of [sampleName, fullName, semiUniqueName, uniqueName]) yield foldPath(one);
}

/** Lists a path, the ends of it, and its file's name without the extension. */
function* pathNames(path: string): Generator<string> {
  const parts = path.split('/');
  yield path;
  for (let from = 1; from < tellingParts(parts); from += 1) yield parts.slice(from).join('/');
  if (!isFid(parts)) yield withoutExtension(parts.at(-1) ?? '');
}

/** Lists every run of folders of a path: `a/b`, `b` and `a` of `a/b/1.txt`. */
function* folderNames({ path }: LabelledRow): Generator<string> {
  const parts = (documentOf(path) ?? foldPath(path)).split('/');
  const folders = parts.length - 1;
  for (let from = 0; from < Math.min(folders, tellingParts(parts)); from += 1) {
    for (let to = from + 1; to <= folders; to += 1) yield parts.slice(from, to).join('/');
  }
}

/** Returns the file of a spectrum whose path has the form `run.mzML#id`, or null for another path. */
function documentOf(path: string): string | null {
  return /^(.+?\.(?:mzml|mzxml|xml)(?:\.gz)?)#/.exec(foldPath(path))?.[1] ?? null;
}

/** Counts the parts of a path before those that each fid has: `0_A1/1/1SLin/fid`, or `0_A1_1SLin/fid`. */
function tellingParts(parts: readonly string[]): number {
  if (!isFid(parts)) return parts.length;
  return Math.max(0, parts.length - (isShortForm(parts.at(-2) ?? '') ? 2 : 4));
}

function isFid(parts: readonly string[]): boolean {
  return parts.at(-1) === 'fid';
}

function foldPath(path: string): string {
  return foldName(path.replaceAll('\\', '/')).replace(/^(?:\.?\/)+|\/+$/g, '');
}

function withoutExtension(file: string): string {
  return file.replace(/\.gz$/, '').replace(/(?<=.)\.[a-z][a-z0-9]{0,5}$/, '');
}
