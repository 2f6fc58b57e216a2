import type { RunInfo } from '../job/types';
import { runToEnd, type Interruptible } from '../interruptible';
import { isCalibrationSpot } from './calibration-spot';
import { folderOf } from './folder-of';
import { joinTitles } from './join-titles';
import type { BiotyperRun, KnownAnalyte, RunAnalyte } from './run-info';

/** Finds an analyte by its spectrum's uid, or by the folders that its acquisitions lie in. */
class Lookup {
  readonly #bySpectrum = new Map<string, KnownAnalyte>();
  /**
   * By the project's folder, and in it by the analyte's. Joined, the two would be one more long text for each analyte
   * of a run of thousands.
   */
  readonly #byFolder = new Map<string, Map<string, KnownAnalyte>>();
  /** Lengths of the projects' folders, so that a path is only split where a project may end. */
  readonly #lengths = new Set<number>();

  /**
   * @param folders of the analyte, in the project's folder, the outermost first: one that lies in an earlier one needs
   * no entry, since the earlier one finds the same analyte
   */
  add(analyte: KnownAnalyte, project: string, folders: readonly string[]): void {
    const uid = analyte.spectrumUid.toLowerCase();
    if (uid !== '' && !this.#bySpectrum.has(uid)) this.#bySpectrum.set(uid, analyte);
    const inProject = project.toLowerCase();
    let own: string | null = null;
    for (const below of folders) {
      const folder = below.toLowerCase();
      if (own !== null && folder.startsWith(`${own}/`)) continue;
      if (this.#inFolder(inProject === '' ? folder : `${inProject}/${folder}`) !== null) continue;
      const known = this.#byFolder.get(inProject);
      if (known !== undefined) known.set(folder, analyte);
      else {
        this.#byFolder.set(inProject, new Map([[folder, analyte]]));
        this.#lengths.add(inProject.length);
      }
      own = folder;
    }
  }

  /** @returns whether it finds an analyte for whatever lies below a folder, and for a spectrum's uid if there is one */
  answers(uid: string, folder: string): boolean {
    const isKnown = uid === '' || this.#bySpectrum.has(uid.toLowerCase());
    return isKnown && this.find(null, `${folder}/`) !== null;
  }

  find(uid: string | null, path: string): KnownAnalyte | null {
    const named = uid === null ? undefined : this.#bySpectrum.get(uid.toLowerCase());
    if (named) return named;
    // From the fid's own folder outwards: the nearest folder that belongs to an analyte counts.
    for (let folder = folderOf(path.toLowerCase()); folder !== ''; folder = folderOf(folder)) {
      const analyte = this.#inFolder(folder);
      if (analyte !== null) return analyte;
    }
    return null;
  }

  /** @param folder in lower case */
  #inFolder(folder: string): KnownAnalyte | null {
    const alone = this.#byFolder.get('')?.get(folder);
    if (alone !== undefined) return alone;
    for (let end = folder.indexOf('/'); end >= 0; end = folder.indexOf('/', end + 1)) {
      if (!this.#lengths.has(end)) continue;
      const analyte = this.#byFolder.get(folder.slice(0, end))?.get(folder.slice(end + 1));
      if (analyte !== undefined) return analyte;
    }
    return null;
  }
}

/**
 * Finds the analyte that a spectrum belongs to: gathers the run information of one source, and looks an
 * analyte up by the spectrum's uid, else by its path. Upper and lower case are not distinguished.
 *
 * `runInfo.json` takes precedence over `info`. On a real plate the two differ (`KPN336` and `336`): `info` is
 * written when the analyte is first set up, `runInfo.json` is what the laboratory last sees.
 */
export class AnalyteIndex {
  readonly #run = new Lookup();
  readonly #info = new Lookup();
  readonly #runs: RunHead[] = [];
  /** Analytes of the runs, except those that only calibrate. */
  readonly #listed: KnownAnalyte[] = [];
  #firstInfo: RunHead | null = null;

  /** @param path of this `runInfo.json`, which lies in the project's folder */
  addRunInfo(run: BiotyperRun, path: string): void {
    this.#runs.push(headOf(run));
    const project = folderOf(path);
    for (const analyte of run.analytes) {
      const known = knownOf(analyte);
      if (!isCalibrationSpot('', known)) this.#listed.push(known);
      const folders = [analyte.analyteUid, analyte.subPath].filter((below) => below !== '');
      this.#run.add(known, project, folders);
    }
  }

  /** @param path of this `info`, which lies in the analyte's folder */
  addAnalyteInfo(info: BiotyperRun, path: string): void {
    this.#firstInfo ??= headOf(info);
    const folder = folderOf(path);
    for (const analyte of info.analytes) {
      // A .tar.gz gives the file of every spot. Those that would never be asked are not kept.
      if (this.#run.answers(analyte.spectrumUid, folder)) continue;
      this.#info.add(knownOf(analyte), '', folder === '' ? [] : [folder]);
    }
  }

  /** @param uid of the spectrum; null while it is unknown */
  find(uid: string | null, path: string): KnownAnalyte | null {
    return this.#run.find(uid, path) ?? this.#info.find(uid, path);
  }

  /**
   * Summarises the run. Analytes that only calibrate are not listed. For a source with several projects, the
   * titles are joined (`joinTitles`).
   *
   * @param acquisitions all acquisitions of the source; null while they are unknown, so that none counts as
   * missing yet
   * @returns null when the source has no run information
   */
  summarise(acquisitions: Iterable<Acquisition> | null): RunInfo | null {
    return runToEnd(this.summariseInSteps(acquisitions));
  }

  /** Does the same in steps, for a run of thousands. */
  *summariseInSteps(acquisitions: Iterable<Acquisition> | null): Interruptible<RunInfo | null> {
    const [first] = this.#heads();
    if (first === undefined) return null;
    return {
      projectUid: first.projectUid,
      title: joinTitles(this.titles()),
      listed: this.#listed.length,
      missing: acquisitions === null ? [] : yield* this.#missing(acquisitions),
    };
  }

  /** @returns the titles of all runs, in the order in which they were added */
  titles(): readonly string[] {
    return this.#heads().flatMap(({ title }) => title ?? []);
  }

  #heads(): readonly RunHead[] {
    return this.#runs.length > 0 ? this.#runs : this.#firstInfo ? [this.#firstInfo] : [];
  }

  *#missing(acquisitions: Iterable<Acquisition>): Interruptible<RunInfo['missing']> {
    const measured = new Set<KnownAnalyte>();
    for (const { uid, path } of acquisitions) {
      const analyte = this.#run.find(uid, path);
      if (analyte) measured.add(analyte);
      yield;
    }
    return this.#listed
      .filter((analyte) => !measured.has(analyte))
      .map(({ name, spot }) => ({ name, spot }));
  }
}

type RunHead = Pick<BiotyperRun, 'projectUid' | 'title'>;

function headOf({ projectUid, title }: BiotyperRun): RunHead {
  return { projectUid, title };
}

/** A run has thousands, and the folders that it lists are as long as the paths of its spectra. */
function knownOf({ name, spot, spectrumUid, context }: RunAnalyte): KnownAnalyte {
  return { name, spot, spectrumUid, context };
}

interface Acquisition {
  /** Uid of its spectrum; null where it is unknown. */
  readonly uid: string | null;
  readonly path: string;
}
