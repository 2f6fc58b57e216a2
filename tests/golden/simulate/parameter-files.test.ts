import { existsSync, readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readSimulatorFacts } from '../../../models/ribosomal-klebsiella/read-simulator-facts';
import { writeBiotyperRun } from '../../../src/simulate/write-run';

const PLATE = new URL('../../../../shared/data/klebsiella-plate-rows-A-D.zip', import.meta.url);

/** Returns the form of a file without its values: `##$KEY=`, and the lines of an array. */
function form(bytes: Uint8Array): string {
  return new TextDecoder('latin1')
    .decode(bytes)
    .replaceAll(/<[^\r]*>/g, '<>')
    .replaceAll(/(= )[-+.\d]+( \r)/g, '$10$2')
    .replaceAll(/(= )(yes|no)( \r)/g, '$1no$3');
}

/** Returns the keys of a JSON object, and of the first analyte that it lists. */
function keys(bytes: Uint8Array): string[] {
  const record = JSON.parse(new TextDecoder().decode(bytes)) as { Analytes?: object[] };
  return [...Object.keys(record), ...Object.keys(record.Analytes?.[0] ?? {})];
}

describe.skipIf(!existsSync(PLATE))('simulated parameter files beside a real plate', () => {
  const real = existsSync(PLATE)
    ? unzipSync(readFileSync(PLATE), { filter: ({ name }) => !/\/(fid|1r)$/.test(name) })
    : {};
  const made = Object.fromEntries(
    [...writeBiotyperRun(readSimulatorFacts(), { spots: 1, seed: 1, layout: 'full' })].map(
      ({ path, bytes }) => [path, bytes],
    ),
  );
  const pick = (files: Record<string, Uint8Array>, name: string) =>
    files[Object.keys(files).find((path) => path.endsWith(`/${name}`))!]!;

  it.each(['acqu', 'acqus', 'pdata/1/proc', 'pdata/1/procs', 'sptype'])(
    'have the same lines in %s, except for the values',
    (name) => {
      expect(form(pick(made, name))).toBe(form(pick(real, name)));
    },
  );

  it.each(['info', 'runInfo.json'])('have the same keys in %s', (name) => {
    expect(keys(pick(made, name))).toEqual(keys(pick(real, name)));
  });

  it('have the same files around an acquisition', () => {
    const shape = (path: string) =>
      path.replace(/^[^/]+\//, '').replace(/^[0-9a-f-]{36}\//, 'ANALYTE/').replace(/0_[A-H]\d+/, '0_A1'); // prettier-ignore
    const shapes = (paths: string[]) =>
      [...new Set(paths.map(shape))].filter((path) => !/\/(fid|1r)$/.test(path)).sort();
    expect(shapes(Object.keys(made))).toEqual(shapes(Object.keys(real)));
  });
});
