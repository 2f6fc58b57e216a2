import { describe, expect, it } from 'vitest';
import { type Grouping, SampleGrouping } from '../../../../src/core/sample-sheet/grouping';

function at(spot: string, name = spot, path = `RUN/${name}/0_${spot}/1/1SLin/fid`, source = 0) {
  const paths = { path, pathInSource: path, pathInDrop: `${source}.zip/${path}` };
  return { names: null, name, spot, source, ...paths, isLeftOut: false };
}

function group(grouping: Grouping, ...spectra: ReturnType<typeof at>[]) {
  const made = new SampleGrouping(grouping);
  for (const spectrum of spectra) made.sampleOf(spectrum);
  const names = spectra.map((spectrum) => made.sampleOf(spectrum)?.name ?? null);
  const keys = new Set(spectra.map((spectrum) => made.sampleOf(spectrum)?.key));
  return { names, keys: keys.size, revision: made.revision, ...made.findings(spectra) };
}

const kinds = ({ problems }: ReturnType<typeof group>) => problems.map(({ kind }) => kind);
const spots = (every: number): Grouping => ({ kind: 'spots', every });

describe('spectra of one name', () => {
  it('are one sample, whatever blanks their name is written with', () => {
    const made = group({ kind: 'name' }, at('A1', 'K 1'), at('C7', 'K\u00a01'), at('A2', 'K 2'));
    expect(made.names).toEqual(['K 1', 'K 1', 'K 2']);
    expect(made.report).toEqual({ kind: 'name', samples: 2, incomplete: [] });
    expect(kinds(made)).toEqual([]);
  });

  it('are one sample in two archives too, and that is said', () => {
    const made = group({ kind: 'name' }, at('A1', 'K1'), at('A1', 'K1', 'fid', 1));
    expect(made.keys).toBe(1);
    expect(kinds(made)).toEqual(['groups-several-runs']);
  });
});

describe('neighbouring spots', () => {
  it('are counted from A1 along the row, whichever come first', () => {
    const made = group(spots(3), at('A4'), at('A1'), at('a03'), at('A6'), at('B1'));
    expect(made.names).toEqual(['A4–A6', 'A1–A3', 'A1–A3', 'A4–A6', 'B1–B3']);
    expect(made.report).toMatchObject({ samples: 3, incomplete: ['A4–A6', 'A1–A3', 'B1–B3'] });
    expect(made.problems[0]?.message).toContain('A4–A6 has A4, A6; A1–A3 has A1, A3');
  });

  it('go on in the next row', () => {
    expect(group(spots(5), at('A11'), at('B3')).names).toEqual(['A11–B3', 'A11–B3']);
    // The last group of the plate has the one place that is left.
    expect(group(spots(5), at('H12')).names).toEqual(['H12–H12']);
  });

  it('of a plate of 384 go on after its 24th, and what was said before is said again', () => {
    const made = group(spots(5), at('A13'), at('B1'), at('P24'));
    expect(made.names).toEqual(['A11–A15', 'A21–B1', 'P21–P24']);
    expect(made.revision).toBe(1);
    expect(group(spots(4), at('A13'), at('B1')).revision).toBe(0);
  });

  it('of two plates are no neighbours', () => {
    const two = [at('A1', 'x', 'P1/x/0_A1/1/1SLin/fid'), at('A2', 'y', 'P2/y/0_A2/1/1SLin/fid')];
    expect(group(spots(2), ...two).keys).toBe(2);
    const sources = [at('A1', 'x', undefined, 0), at('A2', 'y', undefined, 1)];
    expect(group(spots(2), ...sources).keys).toBe(2);
    // Two archives of one run, whose folder has a UUID for its name, have one plate.
    const run = '6eb14c11-df72-41da-a304-7128fdb65c19';
    const parts = [0, 1].map((part) =>
      at(`A${part + 1}`, 'x', `${run}/x${part}/0_A${part + 1}/1/1SLin/fid`, part),
    );
    expect(group(spots(2), ...parts).keys).toBe(1);
    // Without a folder of the sample the plates are told apart by having the same spots.
    const flat = ['P1', 'P2'].flatMap((plate) =>
      ['A1', 'A2'].map((spot) => at(spot, spot, `${plate}/0_${spot}/1/1SLin/fid`)),
    );
    const made = group(spots(2), ...flat);
    expect([made.keys, made.revision]).toEqual([2, 1]);
  });

  it('do not count where they are left out', () => {
    const calibrant = { ...at('A1', 'BTS'), isLeftOut: true };
    const made = group(spots(2), calibrant, at('A2'));
    expect(made.report).toMatchObject({ samples: 1, incomplete: ['A1–A2'] });
  });

  it('that are measured twice are one spot', () => {
    const again = at('A1', 'A1', 'RUN/A1/0_A1/2/1SLin/fid');
    const made = group(spots(2), at('A1'), again, at('A2'));
    expect([made.keys, made.report.incomplete]).toEqual([1, []]);
  });

  it('whose names say otherwise are doubted, and those without a spot are said', () => {
    const shifted = group(spots(2), at('A2', 'K1'), at('A3', 'K1'), at('A1', 'K0'), at('A4', 'K2'));
    expect(kinds(shifted)).toEqual(['groups-names']);
    expect(shifted.problems[0]?.message).toContain('K1 is in A1–A2 and A3–A4');
    const numbered = group(spots(2), at('A1', 'K1_1'), at('A2', 'K1_2'));
    expect(kinds(numbered)).toEqual([]);
    const none = group(spots(2), at('A1'), at('A2'), at('', 'K7'));
    expect([none.names[2], kinds(none)]).toEqual([null, ['groups-no-spot']]);
  });
});
