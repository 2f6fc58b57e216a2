import { describe, expect, it } from 'vitest';
import { runToEnd } from '../../../../src/core/interruptible';
import { SampleGrouping } from '../../../../src/core/sample-sheet/grouping';
import type { Grouping } from '../../../../src/core/sample-sheet/grouping-kinds';
import { spoken } from '../../../builders/spoken';

function at(spot: string, name = spot, path = `RUN/${name}/0_${spot}/1/1SLin/fid`, source = 0) {
  const paths = { path, pathInSource: path, pathInDrop: `${source}.zip/${path}` };
  return { names: null, name, spot, source, ...paths, isLeftOut: false };
}

function group(grouping: Grouping, ...spectra: ReturnType<typeof at>[]) {
  const made = new SampleGrouping(grouping);
  for (const spectrum of spectra) made.sampleOf(spectrum);
  const names = spectra.map((spectrum) => made.sampleOf(spectrum)?.name ?? null);
  const keys = new Set(spectra.map((spectrum) => made.sampleOf(spectrum)?.key));
  return { names, keys: keys.size, revision: made.revision, ...runToEnd(made.findings(spectra)) };
}

const kinds = ({ problems }: ReturnType<typeof group>) => problems.map(({ kind }) => kind);
const spots = (every: number, start?: string): Grouping =>
  start === undefined ? { kind: 'spots', every } : { kind: 'spots', every, start };

describe('spectra of one name', () => {
  it('are one sample, whatever blanks their name contains', () => {
    const made = group({ kind: 'name' }, at('A1', 'K 1'), at('C7', 'K\u00a01'), at('A2', 'K 2'));
    expect(made.names).toEqual(['K 1', 'K 1', 'K 2']);
    expect(made.report).toEqual({ kind: 'name', samples: 2, incomplete: [] });
    expect(kinds(made)).toEqual([]);
  });

  it('are one sample in two archives as well, which is reported', () => {
    const made = group({ kind: 'name' }, at('A1', 'K1'), at('A1', 'K1', 'fid', 1));
    expect(made.keys).toBe(1);
    expect(kinds(made)).toEqual(['groups-several-runs']);
  });
});

describe('neighbouring spots', () => {
  it('are counted along the row, whichever is found first', () => {
    const made = group(spots(3), at('A4'), at('A1'), at('a03'), at('A6'), at('B1'));
    expect(made.names).toEqual(['A4–A6', 'A1–A3', 'A1–A3', 'A4–A6', 'B1–B3']);
    expect(made.report).toMatchObject({ samples: 3, incomplete: ['A4–A6', 'A1–A3', 'B1–B3'] });
    expect(spoken(made.problems[0]?.message)).toContain('A4–A6 has A4, A6; A1–A3 has A1, A3');
  });

  it('continue in the next row', () => {
    expect(group(spots(5), at('A11'), at('B3')).names).toEqual(['A11–B3', 'A11–B3']);
    // The last group of the plate has only the one spot that is left.
    expect(group(spots(5), at('H12')).names).toEqual(['H12–H12']);
  });

  it('continue on a plate of 384 after spot 24 of a row, and the earlier groups are revised', () => {
    const made = group(spots(5, 'A1'), at('A13'), at('B1'), at('P24'));
    expect(made.names).toEqual(['A11–A15', 'A21–B1', 'P21–P24']);
    expect(made.revision).toBe(1);
    expect(group(spots(4), at('A13'), at('B1')).revision).toBe(0);
  });

  it('are on one plate, and not on two', () => {
    const two = [at('A1', 'x', 'P1/x/0_A1/1/1SLin/fid'), at('A2', 'y', 'P2/y/0_A2/1/1SLin/fid')];
    expect(group(spots(2), ...two).keys).toBe(2);
    const sources = [at('A1', 'x', undefined, 0), at('A2', 'y', undefined, 1)];
    expect(group(spots(2), ...sources).keys).toBe(2);
    // Two archives of one run, whose folder is named by a UUID, have the same plate.
    const run = '6eb14c11-df72-41da-a304-7128fdb65c19';
    const parts = [0, 1].map((part) =>
      at(`A${part + 1}`, 'x', `${run}/x${part}/0_A${part + 1}/1/1SLin/fid`, part),
    );
    expect(group(spots(2), ...parts).keys).toBe(1);
    // Without a folder for the sample, plates are distinguished because they have the same spots.
    const flat = ['P1', 'P2'].flatMap((plate) =>
      ['A1', 'A2'].map((spot) => at(spot, spot, `${plate}/0_${spot}/1/1SLin/fid`)),
    );
    const made = group(spots(2), ...flat);
    expect([made.keys, made.revision]).toEqual([2, 1]);
  });

  it('do not include spots that are left out', () => {
    const calibrant = { ...at('A1', 'BTS'), isLeftOut: true };
    const made = group(spots(2), calibrant, at('A2'));
    expect(made.report).toMatchObject({ samples: 1, incomplete: ['A2–A3'] });
  });

  it('begin at the first spot of the run, and a gap counts as a spot', () => {
    const run = ['B3', 'B4', 'B5', 'B7', 'B8', 'B9', 'B10', 'B11'].map((spot) => at(spot));
    const made = group(spots(4), ...run);
    expect(made.names.slice(0, 4)).toEqual(['B3–B6', 'B3–B6', 'B3–B6', 'B7–B10']);
    expect(made.report).toEqual({
      ...{ kind: 'spots', every: 4, samples: 3, begins: 'B3' },
      incomplete: ['B3–B6', 'B11–C2'],
    });
    expect(spoken(made.problems[0]?.message)).toContain('B3–B6 has B3, B4, B5; B11–C2 has B11');
    expect(spoken(made.problems[0]?.cure)).toContain('say at which');
    // The reverse order gives the same result, and the earlier groups are revised.
    const back = group(spots(4), ...run.toReversed());
    expect(back.report).toEqual({ ...made.report, incomplete: ['B11–C2', 'B3–B6'] });
    expect(back.revision).toBeGreaterThan(0);
  });

  it('begin on each plate at its own first spot', () => {
    const two = [at('B3', 'x', 'P1/x/0_B3/1/1SLin/fid'), at('A2', 'y', 'P2/y/0_A2/1/1SLin/fid')];
    const made = group(spots(2), ...two);
    expect(made.names).toEqual(['B3–B4', 'A2–A3']);
    expect(made.report).not.toHaveProperty('begins');
    // The plates' folders are where samples' folders would be, and the plates have the same spots.
    const flat = [
      ...['A2', 'A3'].map((spot) => at(spot, spot, `P1/0_${spot}/1/1SLin/fid`)),
      ...['A1', 'A2', 'A3'].map((spot) => at(spot, spot, `P2/0_${spot}/1/1SLin/fid`)),
    ];
    expect(group(spots(2), ...flat).names).toEqual(['A2–A3', 'A2–A3', 'A1–A2', 'A1–A2', 'A3–A4']);
  });

  it('begin at the given spot, and spectra before it are reported', () => {
    const made = group(spots(2, 'A3'), at('A1', 'BTS?'), at('A3'), at('A4'), at('A5'));
    expect(made.names).toEqual([null, 'A3–A4', 'A3–A4', 'A5–A6']);
    expect(made.report).toMatchObject({ start: 'A3', begins: 'A3', samples: 2 });
    expect(kinds(made)).toEqual(['groups-incomplete', 'groups-before-start']);
    expect(spoken(made.problems[1]?.message)).toContain('1 spectrum is on spots before A3');
  });

  it('do not begin at a spot that is later left out', () => {
    const made = new SampleGrouping(spots(2));
    const [first, second, third] = [at('A1'), at('A2'), at('A3')];
    for (const spectrum of [first, second, third]) made.note(spectrum);
    expect(made.sampleOf(second)?.name).toBe('A1–A2');
    made.note({ ...first, isLeftOut: true });
    expect(made.revision).toBe(1);
    expect(made.sampleOf(second)?.name).toBe('A2–A3');
  });

  it('count a spot that was measured twice once', () => {
    const again = at('A1', 'A1', 'RUN/A1/0_A1/2/1SLin/fid');
    const made = group(spots(2), at('A1'), again, at('A2'));
    expect([made.keys, made.report.incomplete]).toEqual([1, []]);
  });

  it('give a warning if their names do not fit, and for spectra without a spot', () => {
    const shifted = group(spots(2), at('A2', 'K1'), at('A3', 'K1'), at('A1', 'K0'), at('A4', 'K2'));
    expect(kinds(shifted)).toEqual(['groups-names']);
    expect(spoken(shifted.problems[0]?.message)).toContain('K1 is in A1–A2 and A3–A4');
    const numbered = group(spots(2), at('A1', 'K1_1'), at('A2', 'K1_2'));
    expect(kinds(numbered)).toEqual([]);
    const none = group(spots(2), at('A1'), at('A2'), at('', 'K7'));
    expect([none.names[2], kinds(none)]).toEqual([null, ['groups-no-spot']]);
  });
});
