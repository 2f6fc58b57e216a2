import { describe, expect, it } from 'vitest';
import type { JudgedControl } from '../../../../src/core/controls/judge-control';
import type { HistoryRun } from '../../../../src/core/quality-history/run-order';
import { runsByInstrument } from '../../../../src/core/quality-history/run-order';
import { summariseRuns } from '../../../../src/core/quality-history/run-summary';
import { runToEnd } from '../../../../src/core/interruptible';
import { makeChart } from '../../../../src/state/quality-history/chart';
import { layOutChart } from '../../../../src/state/quality-history/chart-layout';
import { pointWords } from '../../../../src/state/quality-history/history-words';
import { spotGrid } from '../../../../src/state/quality-history/spot-grid';
import { canBeCalled } from '../../../../src/state/controls/species-names';
import type { ShelvedModel } from '../../../../src/state/model-shelf.svelte';
import { measuredRow } from '../../../builders/measured-row';

/** Runs of one instrument with these numbers of peaks, an hour apart. */
function runsOf(peaks: readonly number[]): readonly HistoryRun[] {
  const jobs = peaks.map((count, i) => ({
    job: { token: `job-${i}`, name: `Run ${i}`, createdAt: i * 3_600_000, isExample: false },
    runs: runToEnd(
      summariseRuns([{ ...measuredRow(i, { peaks: count }), record: null }], [], null),
    ),
  }));
  return runsByInstrument(jobs)[0]!.runs;
}

const noControls = () => [];

describe('a chart', () => {
  it('has limits from the first runs, and tells which of the others are out', () => {
    const chart = makeChart(runsOf([10, 11, 12, 11, 10, 11, 30]), 'peaks', 5, noControls);
    expect(chart.limits?.mean).toBeCloseTo(10.8, 10);
    expect(chart.points.map(({ isFirst }) => isFirst)).toEqual([
      ...[true, true, true, true, true],
      ...[false, false],
    ]);
    expect(chart.points.at(-1)).toMatchObject({ standing: 'out', rules: ['1-3s', '1-2s'] });
    expect(chart.points[5]).toMatchObject({ standing: 'within', rules: [] });
  });

  it('has no limits while there are too few runs', () => {
    const chart = makeChart(runsOf([10, 11, 12]), 'peaks', 5, noControls);
    expect(chart).toMatchObject({ limits: null, measured: 3 });
    expect(chart.points.every(({ standing }) => standing === 'no-limits')).toBe(true);
    expect(makeChart([], 'peaks', 5, noControls)).toMatchObject({ points: [], measured: 0 });
  });

  it('marks a run by the worst of its controls', () => {
    const runs = runsOf([10, 11, 12]);
    const verdicts = [['as-declared', 'other'], ['as-declared', 'open'], ['as-declared']] as const;
    const chart = makeChart(runs, 'peaks', 5, (run) =>
      (verdicts[runs.indexOf(run)] ?? []).map(
        (verdict) => ({ verdict }) as unknown as JudgedControl,
      ),
    );
    expect(chart.points.map(({ mark }) => mark)).toEqual(['failed', 'open', 'right']);
  });

  it('marks a run by its calibration spots, too, as far as they were looked at', () => {
    const spot = (shiftPpm: number) => ({
      name: 'BTS',
      spot: 'H12',
      measures: { found: 8, of: 8, shiftPpm },
    });
    const spots = [[], [spot(10)], [spot(10), spot(400)]];
    const runs = runsOf([10, 11, 12]).map((one, i) => ({
      ...one,
      run: { ...one.run, calibrationSpots: spots[i]! },
    }));
    const chart = makeChart(runs, 'peaks', 5, noControls);
    expect(chart.points.map(({ mark }) => mark)).toEqual([null, 'right', 'failed']);
    expect(chart.points.map(({ controlsMark }) => controlsMark)).toEqual([null, null, null]);
    expect(pointWords(chart, chart.points[2]!)).toContain('off by +400 ppm; 300 ppm');
  });
});

describe('the layout of a chart', () => {
  it('keeps each point within its part, the newer to the right and the higher above', () => {
    const chart = makeChart(runsOf([10, 11, 12, 11, 10, 30]), 'peaks', 5, noControls);
    const layout = layOutChart(chart, 400);
    for (const [i, { x, y }] of layout.points.entries()) {
      expect(y).toBeGreaterThanOrEqual(layout.top);
      expect(y).toBeLessThanOrEqual(layout.bottom);
      if (i > 0) expect(x).toBeGreaterThan(layout.points[i - 1]!.x);
    }
    expect(layout.points[5]!.y).toBeLessThan(layout.points[0]!.y!);
    expect(layout.lines.map(({ deviations }) => deviations)).toEqual([3, 2, 0, -2, -3]);
  });

  it('is wider than its room where there are many runs, and names few of their days', () => {
    const many = makeChart(
      runsOf(Array.from({ length: 200 }, (_, i) => i % 7)),
      'peaks',
      5,
      noControls,
    );
    const { width, points, days } = layOutChart(many, 400);
    expect(width).toBeGreaterThan(400);
    expect(points).toHaveLength(200);
    expect(days.at(-1)?.place).toBe(199);
    expect(days.length).toBeLessThan(60);
    // A name is about 75 px wide. The last one ends at the edge; the others are in the middle of their run.
    expect(days.at(-2)!.x + 75 / 2).toBeLessThan(width - 75);
    expect(layOutChart(makeChart([], 'peaks', 5, noControls), 400)).toMatchObject({
      points: [],
      width: 400,
    });
  });
});

it('spots lie on the smallest usual target, however they are written, and others are counted', () => {
  const failures = (spot: string, tried: number, failed: number) => ({ spot, tried, failed });
  const grid = spotGrid(
    new Map([
      ['A1', failures('A1', 3, 1)],
      ['A01', failures('A01', 2, 2)],
      ['somewhere', failures('somewhere', 1, 1)],
    ]),
  );
  expect(grid.rows[0]?.cells[0]).toEqual(failures('A1', 5, 3));
  expect(grid.rows[0]?.cells[1]).toBeNull();
  expect(grid.unplaced).toBe(1);
});

it('what no model names can be called by none', () => {
  const taxon = (name: string, shortName: string) => ({ id: shortName, name, shortName });
  const manifest = {
    taxa: [
      taxon('Klebsiella pneumoniae', 'K. pneumoniae'),
      taxon('Klebsiella quasipneumoniae subsp. similipneumoniae', 'K. similipneumoniae'),
    ],
    groups: [{ id: 'kpc', name: 'Klebsiella pneumoniae complex', shortName: 'KpSC', members: [] }],
  };
  const models = [{ pack: { ok: true, value: { manifest } } }] as unknown as ShelvedModel[];
  for (const name of [
    'klebsiella  PNEUMONIAE',
    'K. pneumoniae',
    'Klebsiella quasipneumoniae',
    'kpsc',
  ]) {
    expect(canBeCalled(name, models), name).toBe(true);
  }
  expect(canBeCalled('Klebsiella pneumonia', models)).toBe(false);
  expect(canBeCalled('Klebsiella pneumoniae', [])).toBe(false);
});
