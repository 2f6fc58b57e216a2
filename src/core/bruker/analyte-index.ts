import type { RunInfo } from '../job/types';
import { atOnce, type Steps } from '../steps';
import { isCalibrationSpot } from './calibration-spot';
import { folderOf } from './folder-of';
import { joinTitles } from './join-titles';
import type { BiotyperRun, RunAnalyte } from './run-info';

/** Keys of an analyte: its spectrum's uid, and the folders that its acquisitions lie in. */
class Lookup {
  readonly #bySpectrum = new Map<string, RunAnalyte>();
  readonly #byFolder = new Map<string, RunAnalyte>();

  add(analyte: RunAnalyte, folders: readonly string[]): void {
    if (analyte.spectrumUid) setOnce(this.#bySpectrum, analyte.spectrumUid, analyte);
    for (const folder of folders) setOnce(this.#byFolder, folder, analyte);
  }

  find(uid: string | null, path: string): RunAnalyte | null {
    const named = uid === null ? undefined : this.#bySpectrum.get(uid.toLowerCase());
    if (named) return named;
    // From the fid's own folder outwards: the nearest folder that belongs to an analyte counts.
    const parts = path.toLowerCase().split('/');
    while (parts.length > 1) {
      parts.pop();
      const analyte = this.#byFolder.get(parts.join('/'));
      if (analyte) return analyte;
    }
    return null;
  }
}

/**
 * Whose spectrum is it? Gathers the run information of one archive (or folder) and answers by the
 * spectrum's uid, else by its path. Letters' case does not matter.
 *
 * `runInfo.json` counts before `info`. On a real plate the two differ (`KPN336` and `336`): `info`
 * is written when the analyte is first set up, `runInfo.json` is what the laboratory last sees.
 */
export class AnalyteIndex {
  readonly #run = new Lookup();
  readonly #info = new Lookup();
  readonly #runs: BiotyperRun[] = [];
  /** Analytes of the runs, without those that only calibrate. */
  readonly #listed: RunAnalyte[] = [];
  #firstInfo: BiotyperRun | null = null;

  /** @param path of this `runInfo.json`: its folder is the project's */
  addRunInfo(run: BiotyperRun, path: string): void {
    this.#runs.push(run);
    const project = folderOf(path);
    for (const analyte of run.analytes) {
      if (!isCalibrationSpot('', analyte)) this.#listed.push(analyte);
      const folders = [analyte.subPath, analyte.analyteUid].filter((below) => below !== '');
      this.#run.add(
        analyte,
        folders.map((below) => (project === '' ? below : `${project}/${below}`)),
      );
    }
  }

  /** @param path of this `info`: its folder is the analyte's */
  addAnalyteInfo(info: BiotyperRun, path: string): void {
    this.#firstInfo ??= info;
    const folder = folderOf(path);
    for (const analyte of info.analytes) this.#info.add(analyte, folder === '' ? [] : [folder]);
  }

  /** @param uid of the spectrum; null while it is not known */
  find(uid: string | null, path: string): RunAnalyte | null {
    return this.#run.find(uid, path) ?? this.#info.find(uid, path);
  }

  /**
   * The run as a whole; null when nothing tells of one. Analytes that only calibrate are not listed. An
   * archive of several projects has their titles (`joinTitles`).
   * @param acquisitions all there are; null while they are not known, so that none is missing yet
   */
  summarise(acquisitions: Iterable<Acquisition> | null): RunInfo | null {
    return atOnce(this.summariseInSteps(acquisitions));
  }

  /** The same, of a run of thousands. */
  *summariseInSteps(acquisitions: Iterable<Acquisition> | null): Steps<RunInfo | null> {
    const [first] = this.#heads();
    if (first === undefined) return null;
    return {
      projectUid: first.projectUid,
      title: joinTitles(this.titles()),
      listed: this.#listed.length,
      missing: acquisitions === null ? [] : yield* this.#missing(acquisitions),
    };
  }

  /** Those of all runs, in the order in which they came. */
  titles(): readonly string[] {
    return this.#heads().flatMap(({ title }) => title ?? []);
  }

  #heads(): readonly BiotyperRun[] {
    return this.#runs.length > 0 ? this.#runs : this.#firstInfo ? [this.#firstInfo] : [];
  }

  *#missing(acquisitions: Iterable<Acquisition>): Steps<RunInfo['missing']> {
    const measured = new Set<RunAnalyte>();
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

interface Acquisition {
  /** Of its spectrum; null where that is not known. */
  readonly uid: string | null;
  readonly path: string;
}

function setOnce(map: Map<string, RunAnalyte>, key: string, analyte: RunAnalyte): void {
  const lower = key.toLowerCase();
  if (!map.has(lower)) map.set(lower, analyte);
}
