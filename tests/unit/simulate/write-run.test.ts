import { describe, expect, it } from 'vitest';
import { readSimulatorFacts } from '../../../models/ribosomal-klebsiella/read-simulator-facts';
import { AxisCache } from '../../../src/core/bruker/axis-cache';
import { isCalibrationSpot } from '../../../src/core/bruker/calibration-spot';
import { readAcquisition } from '../../../src/core/bruker/read-acquisition';
import { parseAnalyteInfo, parseRunInfo } from '../../../src/core/bruker/run-info';
import { LINEAR_AXIS } from '../../../src/simulate/axis';
import {
  writeBiotyperRun,
  type SimulatedFile,
  type WriteOptions,
} from '../../../src/simulate/write-run';
import { inEnglish } from '../../../src/words/in-words';

const facts = readSimulatorFacts();
const write = (options: WriteOptions): Map<string, SimulatedFile['bytes']> =>
  new Map([...writeBiotyperRun(facts, options)].map(({ path, bytes }) => [path, bytes]));
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const named = (files: ReadonlyMap<string, unknown>, name: string) =>
  [...files.keys()].filter((path) => path.endsWith(`/${name}`));

describe('writeBiotyperRun', () => {
  const files = write({ spots: 8, seed: 3 });
  const runPath = named(files, 'runInfo.json')[0]!;
  const run = parseRunInfo(files.get(runPath)!, runPath);

  it('writes the files in the same folders as an instrument', () => {
    const uid = '[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}';
    const shape = new RegExp(
      `^${uid}/((runInfo|statusInfo)\\.json|${uid}/(info|0_A[1-8]/1/1SLin/(acqu|fid|sptype)))$`,
    );
    for (const path of files.keys()) expect(path).toMatch(shape);
    expect(named(files, 'fid').length).toBe(8);
    expect(files.size).toBe(2 + 8 * 4);
  });

  it('lists the analytes with names, spots and folders, and states that it is simulated', () => {
    if (!run.ok) throw new Error(inEnglish(run.error.message));
    const { analytes, title, projectUid } = run.value;
    expect(title).toBe('Simulated example run');
    expect(analytes.map(({ spot }) => spot)).toEqual('A1 A2 A3 A4 A5 A6 A7 A8'.split(' '));
    expect(analytes.map(({ name }) => name)[0]).toBe('SIM-001');
    for (const { subPath } of analytes) {
      expect(files.has(`${projectUid}/${subPath}/1SLin/fid`)).toBe(true);
    }
  });

  it('is read without a warning, under the uid and spot that the run lists', () => {
    if (!run.ok) throw new Error(inEnglish(run.error.message));
    const axes = new AxisCache();
    for (const analyte of run.value.analytes) {
      const root = `${run.value.projectUid}/${analyte.analyteUid}`;
      const path = `${run.value.projectUid}/${analyte.subPath}/1SLin/fid`;
      const fid = files.get(path)!;
      const acqu = files.get(path.replace(/fid$/, 'acqu'))!;
      expect(fid.length).toBe(4 * LINEAR_AXIS.points);
      const reading = readAcquisition({ path, acqu, fid }, axes);
      expect(reading.spectrum.ok).toBe(true);
      expect(reading.warnings).toEqual([]);
      expect(reading.uid).toBe(analyte.spectrumUid);
      expect(reading.spot).toBe(analyte.spot);
      expect(reading.record?.comments[0]).toBe('Simulated spectrum');
      expect(parseAnalyteInfo(files.get(`${root}/info`)!)?.analytes[0]?.name).toBe(analyte.name);
    }
  });

  it('writes the same bytes again, and others for another seed', () => {
    expect(write({ spots: 8, seed: 3 })).toEqual(files);
    expect([...write({ spots: 8, seed: 4 }).keys()]).not.toEqual([...files.keys()]);
  });

  it('writes copies beside the acquisition if all files are requested', () => {
    const full = write({ spots: 1, seed: 3, layout: 'full' });
    const at = (name: string) => full.get(named(full, name)[0]!);
    expect(at('acqus')).toEqual(at('acqu'));
    expect(at('pdata/1/1r')).toEqual(at('fid'));
    expect(at('pdata/1/procs')).toEqual(at('pdata/1/proc'));
    expect(text(at('pdata/1/proc'))).toContain(`##$SI= ${LINEAR_AXIS.points} `);
    expect(text(at('sptype'))).toBe('tof');
  });

  it('groups replicates in a sample sheet, by uid', () => {
    const replicates = write({ spots: 5, seed: 1, replicates: 2 });
    const rows = text(replicates.get('sample_sheet.tsv')).trimEnd().split('\n');
    const path = named(replicates, 'runInfo.json')[0]!;
    const listed = parseRunInfo(replicates.get(path)!, path);
    if (!listed.ok) throw new Error(inEnglish(listed.error.message));
    expect(rows[0]).toBe('spectrum_id\tsample_id');
    expect(rows.slice(1)).toEqual(
      listed.value.analytes.map(({ spectrumUid, name }) => `${spectrumUid}\t${name}`),
    );
    expect(listed.value.analytes.map(({ name }) => name)).toEqual(
      'SIM-001 SIM-001 SIM-002 SIM-002 SIM-003'.split(' '),
    );
    expect(files.has('sample_sheet.tsv')).toBe(false);
  });

  it('makes the same spectrum, however many others there are', () => {
    const fidOf = (run: Map<string, Uint8Array>, spot: string) =>
      run.get([...run.keys()].find((path) => path.endsWith(`0_${spot}/1/1SLin/fid`))!);
    const organisms = [{ label: 'one', spots: 1, organism: facts.mix.entries[0]!.organism }];
    const same = { ...facts, mix: { source: '', entries: organisms } };
    const few = new Map([...writeBiotyperRun(same, { spots: 2, seed: 1 })].map((f) => [f.path, f.bytes])); // prettier-ignore
    const more = new Map([...writeBiotyperRun(same, { spots: 4, seed: 1 })].map((f) => [f.path, f.bytes])); // prettier-ignore
    expect(fidOf(more, 'A2')).toEqual(fidOf(few, 'A2'));
  });
});

describe('the example plate', () => {
  const files = write({ spots: 96, seed: 1 });
  const acqus = named(files, 'acqu').map((path) => text(files.get(path)));

  it('has every entry of the mix in the stated number', () => {
    const counts = new Map<string, number>();
    for (const acqu of acqus) {
      const label = /##\$CMT2= <(.*)>/.exec(acqu)![1]!;
      counts.set(label, (counts.get(label) ?? 0) + 1);
    }
    expect(Object.fromEntries(counts)).toEqual(
      Object.fromEntries(facts.mix.entries.map(({ label, spots }) => [label, spots])),
    );
  });

  it('has one empty acquisition, all zero, without any shot', () => {
    const zero = named(files, 'fid').filter((path) => files.get(path)!.every((byte) => byte === 0));
    const acqu = text(files.get(zero[0]!.replace(/fid$/, 'acqu')));
    expect(zero.length).toBe(1);
    expect(acqu).toContain('##$NoSHOTS= 0 ');
    expect(acqu).toContain('##$Flatlin= yes ');
  });

  it('marks its calibration spots like an instrument', () => {
    const path = named(files, 'runInfo.json')[0]!;
    const run = parseRunInfo(files.get(path)!, path);
    if (!run.ok) throw new Error(inEnglish(run.error.message));
    const calibrants = run.value.analytes.filter((analyte) => isCalibrationSpot('', analyte));
    expect(calibrants.map(({ name }) => name)).toEqual(['BTS-1', 'BTS-2']);
  });
});

describe('a run of several plates', () => {
  it('has a project for each plate, with names that continue', () => {
    const files = [...writeBiotyperRun(facts, { spots: 99, seed: 1 })];
    const runs = files.filter(({ path }) => path.endsWith('/runInfo.json'));
    const parsed = runs.map(({ path, bytes }) => parseRunInfo(bytes, path));
    const values = parsed.flatMap((run) => (run.ok ? [run.value] : []));
    expect(values.map(({ title }) => title)).toEqual([
      'Simulated example run 1',
      'Simulated example run 2',
    ]);
    expect(values.map(({ analytes }) => analytes.length)).toEqual([96, 3]);
    const names = values.flatMap(({ analytes }) => analytes.map(({ name }) => name));
    expect(new Set(names).size).toBe(99);
  });

  it.each([0, -1, 1.5, NaN])('is refused for %d spots', (spots) => {
    expect(() => [...writeBiotyperRun(facts, { spots, seed: 1 })]).toThrow(RangeError);
  });
});
