import { describe, expect, it } from 'vitest';
import { buildCurves, type CurveContent } from '../../../../src/state/compare/curve-scene';
import { valueAt } from '../../../../src/state/compare/read-curves';

const trace = (...y: number[]) => ({ mz: y.map((_, i) => 2_000 + i * 100), y, binWidth: null });
const curve = (name: string, y: number[], dash: number[] = []) => ({
  name,
  trace: trace(...y),
  ink: '#0b61ad' as const,
  dash,
});

function paths(content: CurveContent) {
  const { scene, frame } = buildCurves(content, {
    width: 400,
    height: 300,
    range: { from: 2_000, to: 2_200 },
    magnify: 1,
    detail: 1,
    measure: (text) => text.length * 6,
    captions: null,
  });
  const lines = scene.layers[1]!.shapes.flatMap((shape) =>
    shape.kind === 'line' && shape.ink === '#0b61ad' ? [shape] : [],
  );
  return { frame, lines };
}

describe('buildCurves', () => {
  it('draws all curves of an overlay on one scale', () => {
    const curves = [curve('a', [0, 4, 0]), curve('b', [0, 2, 0], [4, 2])];
    const { frame, lines } = paths({ layout: 'overlay', curves, markers: [] });
    const [a, b] = lines.map(({ path }) => frame.bottom - path[3]!);
    expect(a).toBeCloseTo(2 * b!, 6);
    expect(lines.map(({ dash }) => dash)).toEqual([[], [4, 2]]);
  });

  it('puts each curve of a stack into a lane of its own', () => {
    const curves = [curve('a', [0, 4, 0]), curve('b', [0, 4, 0])];
    const { frame, lines } = paths({ layout: 'stacked', curves, markers: [] });
    expect(lines[0]!.path[1]).toBeCloseTo((frame.top + frame.bottom) / 2, 6);
    expect(lines[1]!.path[1]).toBeCloseTo(frame.bottom, 6);
    expect(lines[1]!.path[3]! - lines[0]!.path[3]!).toBeCloseTo((frame.bottom - frame.top) / 2, 6);
  });

  it('draws a difference about the middle, its larger side full', () => {
    const curves = [curve('a − b', [0, 1, -4])];
    const { frame, lines } = paths({ layout: 'difference', curves, markers: [] });
    const path = lines[0]!.path;
    const below = path[5]! - frame.zero;
    expect(below).toBeGreaterThan(0.9 * (frame.bottom - frame.zero));
    expect((frame.zero - path[3]!) / below).toBeCloseTo(1 / 4, 2);
  });

  it('draws nothing where there is nothing', () => {
    expect(paths({ layout: 'stacked', curves: [], markers: [] }).lines).toEqual([]);
  });
});

describe('valueAt', () => {
  it('is that of the nearest point, and 0 outside', () => {
    expect([1_900, 2_040, 2_060, 2_200, 2_300].map((mz) => valueAt(trace(1, 2, 3), mz))).toEqual([
      0, 1, 2, 3, 0,
    ]);
  });
});
