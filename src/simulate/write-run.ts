import { acquFields, type AcquisitionParameters } from './acqu-fields';
import { LINEAR_AXIS } from './axis';
import type { SimulatorFacts } from './facts';
import { writeParameterFile } from './parameter-file';
import { planRun, type PlannedPlate, type PlannedSpectrum, type RunOptions } from './plan-run';
import { procFields } from './proc-fields';
import { runInfo, analyteInfo, statusInfo } from './run-records';
import { simulateSpectrum } from './simulate-spectrum';

export interface SimulatedFile {
  /** Path inside the folder that holds the projects, with `/` as separator. */
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface WriteOptions extends RunOptions {
  /**
   * `lean`: `acqu`, `fid`, `sptype` and `info`, which carry all information. `full`: also the copies that an
   * instrument stores beside them (`acqus`, `pdata/1/1r`, `proc`, `procs`).
   */
  readonly layout?: 'lean' | 'full';
}

const encoder = new TextEncoder();

/**
 * Writes a Biotyper run, file by file, in the layout of MBT projects: a folder for each project with
 * `runInfo.json`, and in it a folder for each analyte with `info` and the acquisition's flex folder. With
 * replicates, `sample_sheet.tsv` at the root groups them. Each spectrum is simulated only when it is
 * requested, so a run of any size takes the memory of one. The same facts and options make the same bytes.
 * Throws a RangeError for counts that are not whole numbers from 1 on.
 */
export function* writeBiotyperRun(
  facts: SimulatorFacts,
  options: WriteOptions,
): Generator<SimulatedFile, void, undefined> {
  const plates = planRun(facts, options);
  if ((options.replicates ?? 1) > 1) yield file('sample_sheet.tsv', sampleSheet(plates));
  for (const plate of plates) {
    yield file(`${plate.projectUid}/runInfo.json`, runInfo(plate));
    yield file(`${plate.projectUid}/statusInfo.json`, statusInfo(plate));
    for (const spectrum of plate.spectra) {
      yield* writeAnalyte(facts, plate, spectrum, options.layout ?? 'lean');
    }
  }
}

function* writeAnalyte(
  facts: SimulatorFacts,
  plate: PlannedPlate,
  planned: PlannedSpectrum,
  layout: 'lean' | 'full',
): Generator<SimulatedFile, void, undefined> {
  const { entry, seeds, laserShots } = planned;
  const counts = simulateSpectrum(facts, {
    organism: entry.organism,
    seed: seeds.spectrum,
    isolate: seeds.isolate,
    run: seeds.run,
    signal: entry.signal ?? 1,
    laserShots,
  });
  const analyte = `${plate.projectUid}/${planned.analyteUid}`;
  const folder = `${analyte}/0_${planned.spot.name}/1/1SLin`;
  const acquisition = describe(plate, planned, folder, counts);
  const acqu = writeParameterFile(acquFields(acquisition));
  const fid = littleEndian(counts);

  yield file(`${folder}/acqu`, acqu);
  if (layout === 'full') yield file(`${folder}/acqus`, acqu);
  yield { path: `${folder}/fid`, bytes: fid };
  if (layout === 'full') {
    const sample = `${planned.analyteUid}\\0_${planned.spot.name}\\1`;
    const proc = writeParameterFile(procFields(acquisition, plate.projectUid, sample));
    yield { path: `${folder}/pdata/1/1r`, bytes: fid };
    yield file(`${folder}/pdata/1/proc`, proc);
    yield file(`${folder}/pdata/1/procs`, proc);
  }
  yield file(`${folder}/sptype`, 'tof');
  yield file(`${analyte}/info`, analyteInfo(plate, planned));
}

function describe(
  plate: PlannedPlate,
  planned: PlannedSpectrum,
  folder: string,
  counts: Int32Array,
): AcquisitionParameters {
  return {
    axis: LINEAR_AXIS,
    uid: planned.spectrumUid,
    spot: planned.spot.name,
    folder: `D:\\data\\${folder.replaceAll('/', '\\')}`,
    acquiredAt: planned.acquiredAt,
    laserShots: planned.laserShots,
    maxCount: counts.reduce((max, count) => Math.max(max, count), 0),
    attenuation: planned.attenuation,
    position: planned.spot.position,
    instrument: '0000000.00000',
    target: `G_${plate.projectUid.replaceAll('-', '_').toUpperCase()}`,
    comments: ['Simulated spectrum', planned.entry.label],
  };
}

function sampleSheet(plates: readonly PlannedPlate[]): string {
  const rows = plates
    .flatMap((plate) => plate.spectra)
    .filter((planned) => planned.entry.organism.kind !== 'calibrant')
    .map((planned) => `${planned.spectrumUid}\t${planned.name}\n`);
  return `spectrum_id\tsample_id\n${rows.join('')}`;
}

/** Encodes a fid: 32-bit signed integers, little-endian, as BYTORDA = 0 says. */
function littleEndian(counts: Int32Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(counts.length * 4);
  const view = new DataView(bytes.buffer);
  counts.forEach((count, i) => view.setInt32(4 * i, count, true));
  return bytes;
}

function file(path: string, content: string): SimulatedFile {
  return { path, bytes: encoder.encode(content) };
}
