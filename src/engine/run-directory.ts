import { AnalyteIndex } from '../core/bruker/analyte-index';
import { isCalibrationSpot } from '../core/bruker/calibration-spot';
import { joinTitles } from '../core/bruker/join-titles';
import type { BiotyperRun, KnownAnalyte } from '../core/bruker/run-info';
import type { RunInfo, SpectrumRow } from '../core/job/types';
import type { Interruptible } from '../core/interruptible';
import { identityByPath } from '../core/open-formats/identity';
import type { SpectrumInDrop } from '../core/sample-sheet/sheet-set';
import { bySpot } from '../core/spot-order';

interface Source {
  /** The archive's path in the drop; null for loose files. */
  archive: string | null;
  readonly analytes: AnalyteIndex;
}

type NamedRow = Pick<SpectrumRow, 'names' | 'name' | 'spot' | 'path' | 'status'>;

interface Place {
  readonly source: number;
  /** Path inside its source. */
  readonly path: string;
}

/** Who is measured where, over all sources of a drop: equal paths of two sources are two files. */
export class RunDirectory {
  readonly #sources = new Map<number, Source>();
  readonly #severalInputs: boolean;

  /** @param severalInputs whether an archive's name has to tell its files from another's */
  constructor(severalInputs: boolean) {
    this.#severalInputs = severalInputs;
  }

  addArchive(source: number, path: string): void {
    this.#source(source).archive = path;
  }

  addRun(kind: 'run-info' | 'analyte-info', source: number, path: string, run: BiotyperRun): void {
    const { analytes } = this.#source(source);
    if (kind === 'run-info') analytes.addRunInfo(run, path);
    else analytes.addAnalyteInfo(run, path);
  }

  find(source: number, uid: string | null, path: string): KnownAnalyte | null {
    return this.#source(source).analytes.find(uid, path);
  }

  /** A file's path as the user is shown it. */
  displayPath(source: number, path: string): string {
    const { archive } = this.#source(source);
    return archive !== null && this.#severalInputs ? `${archive}/${path}` : path;
  }

  /** A spectrum's names as far as they are known, and where in the drop it lies. */
  knownInDrop(known: Place & { readonly row: SpectrumRow | null }): SpectrumInDrop {
    return known.row === null ? this.#listedInDrop(known) : this.inDrop(known, known.row);
  }

  /** The same of all spectra that have a row. */
  *rowsInDrop(
    spectra: readonly (Place & { readonly row: SpectrumRow | null })[],
  ): Interruptible<readonly SpectrumInDrop[]> {
    const inDrop: SpectrumInDrop[] = [];
    for (const { row, ...place } of spectra) {
      if (row !== null) inDrop.push(this.inDrop(place, row));
      yield;
    }
    return inDrop;
  }

  /** A spectrum's names, and where in the drop it lies. */
  inDrop({ source, path: pathInSource }: Place, row: NamedRow): SpectrumInDrop {
    const { names, name, spot, path, status } = row;
    const { archive } = this.#source(source);
    const pathInDrop = archive === null ? pathInSource : `${archive}/${pathInSource}`;
    const isLeftOut = status === 'skipped';
    return { names, name, spot, path, source, pathInSource, pathInDrop, isLeftOut };
  }

  /**
   * What the drop tells of its runs; null when it tells of none.
   * @param spectra all there are; null while they are not known: a run has hundreds of plates, and to look
   * through all spectra for each would be a time that grows with the square of the run
   */
  *summarise(
    spectra: Iterable<{
      readonly source: number;
      readonly path: string;
      readonly row: { readonly uid: string } | null;
    }> | null,
  ): Interruptible<RunInfo | null> {
    const bySource = new Map<number, { readonly uid: string | null; readonly path: string }[]>();
    for (const { source, path, row } of spectra ?? []) {
      const spectrum = { uid: row?.uid ?? null, path };
      const same = bySource.get(source);
      if (same) same.push(spectrum);
      else bySource.set(source, [spectrum]);
      yield;
    }
    const parts: RunInfo[] = [];
    for (const [source, { analytes }] of this.#sources) {
      const own = spectra === null ? null : (bySource.get(source) ?? []);
      const run = yield* analytes.summariseInSteps(own);
      if (run !== null) parts.push(run);
    }
    const runs = joinParts(parts);
    const [first] = runs;
    if (first === undefined) return null;
    const titles = [...this.#sources.values()].flatMap(({ analytes }) => analytes.titles());
    return {
      projectUid: first.projectUid,
      title: joinTitles(titles),
      listed: runs.reduce((sum, run) => sum + run.listed, 0),
      missing: runs.flatMap((run) => run.missing).sort(bySpot),
    };
  }

  /** Of a spectrum that was not read: by its path, and what the run lists. */
  #listedInDrop(place: Place): SpectrumInDrop {
    const { source, path } = place;
    const analyte = this.find(source, null, path);
    const { names, name, spot } = identityByPath(path, analyte?.spectrumUid || null);
    return this.inDrop(place, {
      names,
      name: analyte?.name || name,
      spot: spot || (analyte?.spot ?? ''),
      path: this.displayPath(source, path),
      status: isCalibrationSpot(path, analyte) ? 'skipped' : 'ok',
    });
  }

  #source(source: number): Source {
    let known = this.#sources.get(source);
    if (known === undefined) {
      known = { archive: null, analytes: new AnalyteIndex() };
      this.#sources.set(source, known);
    }
    return known;
  }
}

/** Joins the parts of one project, as two archives of a plate are: an analyte is missing if no part has it. */
function joinParts(parts: readonly RunInfo[]): readonly RunInfo[] {
  const projects = new Map<string, RunInfo>();
  for (const [number, part] of parts.entries()) {
    const key = part.projectUid ?? String(number);
    const before = projects.get(key);
    projects.set(key, before === undefined ? part : joinTwo(before, part));
  }
  return [...projects.values()];
}

function joinTwo(a: RunInfo, b: RunInfo): RunInfo {
  const keyOf = ({ name, spot }: RunInfo['missing'][number]) => `${name}\n${spot}`;
  const inB = new Set(b.missing.map(keyOf));
  const missing = a.missing.filter((analyte) => inB.has(keyOf(analyte)));
  return { ...a, listed: Math.max(a.listed, b.listed), missing };
}
