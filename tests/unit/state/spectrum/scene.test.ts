import { describe, expect, it } from 'vitest';
import { buildScene, type SceneOptions } from '../../../../src/state/spectrum/build-scene';
import type { PaintStyle } from '../../../../src/state/spectrum/paint-scene';
import type { PlotContent } from '../../../../src/state/spectrum/plot-content';
import type { PlotMarker } from '../../../../src/state/spectrum/plot-markers';
import { sceneSvg } from '../../../../src/state/spectrum/scene-svg';
import { ORDERS_IN_TEXT } from '../../../builders/hostile-names';
import type { Scene, Shape } from '../../../../src/state/spectrum/scene';

const trace = {
  mz: Float64Array.from({ length: 1_001 }, (_, i) => 5_000 + i),
  y: Float64Array.from({ length: 1_001 }, (_, i) => (i === 280 ? 900 : i === 700 ? 300 : 10)),
  binWidth: null,
};

function marker(changes: Partial<PlotMarker>): PlotMarker {
  return {
    locus: 'S22',
    charge: 1,
    expectedHere: 5_279.5,
    mz: 5_280,
    fraction: 1,
    found: { mz: 5_280, height: 30, errorPpm: 12 },
    logRatio: 3,
    ...changes,
  };
}

const content: PlotContent = {
  spectrum: { trace, title: [{ text: 'KPN1 A1', italic: false }] },
  unit: 'counts',
  markers: [
    marker({}),
    marker({ locus: 'L31', mz: 5_600, expectedHere: 5_600, found: null }),
    marker({ locus: 'L9', mz: 9_000 }),
  ],
  mirrored: null,
};

const options: SceneOptions = {
  width: 600,
  height: 400,
  range: { from: 5_000, to: 6_000 },
  magnify: 1,
  detail: 1,
  measure: (text, size) => 0.6 * size * text.length,
  captions: null,
};

const style: PaintStyle = {
  palette: {
    background: '#fff',
    text: '#111',
    muted: '#666',
    rule: '#eee',
    trace: '#000',
    found: '#06c',
    missing: '#555',
    rival: '#a40',
    watched: '#936',
    lead: '#9cf',
    mark: '#750',
  },
  fontFamily: 'Arial, "Liberation Sans"',
};

function shapes(scene: Scene): Shape[] {
  return scene.layers.flatMap((layer) => [...layer.shapes]);
}

function texts(scene: Scene): string[] {
  return shapes(scene).flatMap((shape) =>
    shape.kind === 'text' ? shape.parts.map(({ text }) => text).join('') : [],
  );
}

/** Returns the lines of the spectra. If there are two, the second is the lower one. */
function traces(scene: Scene) {
  return shapes(scene).filter((shape) => shape.kind === 'line' && shape.ink === 'trace');
}

describe('a plot', () => {
  const { scene, frame, highest } = buildScene(content, options);

  it('fits its highest peak, and begins at the zero line', () => {
    expect(highest).toBe(900);
    const [line] = traces(scene);
    const ys = line?.kind === 'line' ? line.path.filter((_, i) => i % 2 === 1) : [];
    expect(Math.min(...ys)).toBeCloseTo(frame.yOf(1), 6);
    expect(Math.min(...ys)).toBeGreaterThan(frame.top);
    expect(Math.max(...ys)).toBeCloseTo(frame.yOf(10 / 900), 6);
    expect(frame.yOf(0)).toBe(frame.bottom);
    expect(frame.mzOf(frame.xOf(5_280))).toBeCloseTo(5_280, 9);
  });

  it('distinguishes found and missing markers by mark and line, and not only by colour', () => {
    const pointers = shapes(scene).filter((shape) => shape.kind === 'polygon');
    expect(pointers.map((shape) => [shape.ink, shape.filled])).toEqual([
      ['found', true],
      ['missing', false],
    ]);
    const leads = shapes(scene).filter((shape) => shape.kind === 'line' && shape.ink === 'lead');
    expect(new Set(leads.map((shape) => shape.kind === 'line' && shape.dash.length > 0))).toEqual(
      new Set([true, false]),
    );
  });

  it('names the markers in view at their m/z, and none out of view', () => {
    expect(texts(scene)).toContain('S22');
    expect(texts(scene)).toContain('L31');
    expect(texts(scene)).not.toContain('L9');
    const tip = shapes(scene).find((shape) => shape.kind === 'polygon' && shape.filled);
    expect(tip?.kind === 'polygon' && tip.path[0]).toBeCloseTo(frame.xOf(5_280), 6);
    expect(tip?.kind === 'polygon' && tip.path[1]! < frame.yOf(1)).toBe(true);
  });

  it('marks watched peaks by a diamond, which is filled if the peak was found, and is above a marker there', () => {
    const watched = [
      { name: 'p019', mz: 5_280, isFound: true },
      { name: 'p020', mz: 5_450, isFound: false },
    ];
    const built = buildScene({ ...content, watched }, options);
    const diamonds = shapes(built.scene).filter(({ ink }) => ink === 'watched');
    const marks = diamonds.flatMap((shape) => (shape.kind === 'polygon' ? shape : []));
    expect(marks.map(({ filled, path }) => [filled, path.length])).toEqual([
      [true, 8],
      [false, 8],
    ]);
    const [onMarker, alone] = marks.map(({ path }) => ({ x: path[0]!, top: path[5]! }));
    expect(onMarker!.x).toBeCloseTo(built.frame.xOf(5_280), 6);
    expect(alone!.x).toBeCloseTo(built.frame.xOf(5_450), 6);
    for (const { top } of [onMarker!, alone!]) expect(top).toBeGreaterThanOrEqual(built.frame.top);
    const pointer = shapes(built.scene).find(
      ({ ink, kind }) => ink === 'found' && kind === 'polygon',
    );
    const tip = pointer?.kind === 'polygon' ? pointer.path[1]! : NaN;
    expect(marks[0]!.path[1]).toBeLessThanOrEqual(Math.max(tip - 8, built.frame.top + 10));
    expect(texts(built.scene)).toEqual(expect.arrayContaining(['p019', 'p020']));
  });

  it('marks where the rival differs by squares, so that the two differ in shape as well as in colour', () => {
    const rivals = [
      marker({ mz: 5_190, expectedHere: 5_190, found: null }),
      marker({ locus: 'L31', mz: 5_700, expectedHere: 5_700 }),
    ];
    const built = buildScene({ ...content, rivals }, options);
    const squares = shapes(built.scene).flatMap((shape) =>
      shape.ink === 'rival' && shape.kind === 'polygon' ? shape : [],
    );
    expect(squares.map(({ filled, path }) => [filled, path.length])).toEqual([
      [false, 8],
      [true, 8],
    ]);
    expect((squares[0]!.path[0]! + squares[0]!.path[2]!) / 2).toBeCloseTo(
      built.frame.xOf(5_190),
      6,
    );
  });

  it('gives m/z if there is room: of each marker, and of each other peak once', () => {
    const peaks = [5_280.4, 5_400];
    const wide = buildScene({ ...content, peaks }, options);
    expect(texts(wide.scene).filter((words) => /\d{4}\.\d\d$/.test(words))).toEqual([]);
    const range = { from: 5_200, to: 5_500 };
    const narrow = buildScene({ ...content, peaks }, { ...options, range });
    const told = texts(narrow.scene).filter((words) => /\d{4}\.\d\d$/.test(words));
    expect(told.sort()).toEqual(['5400.00', 'S22 5280.00']);
  });

  it('grows with the magnification, and is clipped', () => {
    const tall = buildScene(content, { ...options, magnify: 3 });
    expect(tall.highest).toBe(300);
    const [line] = traces(tall.scene);
    const ys = line?.kind === 'line' ? line.path.filter((_, i) => i % 2 === 1) : [];
    expect(Math.min(...ys)).toBeLessThan(tall.frame.top);
    const layer = tall.scene.layers.find((one) => one.shapes.includes(line!));
    expect(layer?.clip).toMatchObject({ y: tall.frame.top });
  });

  it('is a line at zero for a spectrum without any signal', () => {
    const silent = { ...trace, y: new Float64Array(1_001) };
    const empty = buildScene(
      { ...content, markers: [], spectrum: { trace: silent, title: [] } },
      options,
    );
    const [line] = traces(empty.scene);
    const ys = line?.kind === 'line' ? line.path.filter((_, i) => i % 2 === 1) : [];
    expect(new Set(ys)).toEqual(new Set([empty.frame.zero]));
  });
});

describe('a mirrored plot', () => {
  it('draws another spectrum below, each relative to its own highest peak', () => {
    const weak = { ...trace, y: trace.y.map((value) => value / 50) };
    const { scene, frame } = buildScene(
      {
        ...content,
        mirrored: { kind: 'spectrum', trace: weak, title: [{ text: 'KPN2', italic: false }] },
      },
      options,
    );
    const [upper, lower] = traces(scene).map((shape) =>
      shape.kind === 'line' ? shape.path.filter((_, i) => i % 2 === 1) : [],
    );
    expect(Math.min(...upper!)).toBeCloseTo(frame.yOf(1), 6);
    expect(Math.max(...lower!)).toBeCloseTo(frame.yOf(-1), 6);
    expect(frame.yOf(1)).toBeGreaterThan(frame.top);
    expect(frame.yOf(-1)).toBeLessThan(frame.bottom);
    expect(texts(scene)).toEqual(
      expect.arrayContaining(['KPN1 A1', 'KPN2', '% of the highest in view']),
    );
  });

  it('draws a taxon’s expected markers as sticks whose length is their frequency', () => {
    const { scene, frame } = buildScene(
      {
        ...content,
        markers: [],
        mirrored: {
          kind: 'markers',
          title: [{ text: 'Genus alpha', italic: true }],
          markers: [marker({}), marker({ locus: 'L31', mz: 5_600, fraction: 0.25, charge: 2 })],
        },
      },
      options,
    );
    const sticks = shapes(scene).filter((shape) => shape.kind === 'line' && shape.width === 2);
    expect(sticks.map((shape) => shape.kind === 'line' && shape.path)).toEqual([
      [frame.xOf(5_280), frame.zero, frame.xOf(5_280), frame.yOf(-1)],
      [frame.xOf(5_600), frame.zero, frame.xOf(5_600), frame.yOf(-0.25)],
    ]);
    expect(texts(scene)).toEqual(expect.arrayContaining(['S22', 'L31 2+', 'Genus alpha']));
  });
});

describe('a plot as an SVG file', () => {
  const title = 'A <b>"name"</b> & \u0007\u202e\u009b\ud800more';
  const { scene } = buildScene(
    {
      ...content,
      spectrum: { trace, title: [{ text: title, italic: false }] },
      mirrored: { kind: 'spectrum', trace, title: [{ text: 'K. alpha', italic: true }] },
    },
    {
      ...options,
      captions: {
        title: [{ text: title, italic: false }],
        subtitle: [],
        footer: ['For research use only.', 'ktyper 1.0.0'],
      },
    },
  );
  const svg = sceneSvg(scene, style, title);

  it('contains vectors and text, and nothing from elsewhere', () => {
    expect(svg).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg xmlns=/);
    expect(svg).toContain('<polyline points="');
    expect(svg).not.toMatch(/<image|href|<script|<style|<foreignObject/);
    expect(svg).toContain('For research use only.');
    expect(svg).toContain('<tspan font-style="italic">K. alpha</tspan>');
    expect(svg).toContain('stroke-dasharray="3 3"');
    expect(svg).toContain('clip-path="url(#clip-1)"');
    expect(svg).not.toContain('NaN');
  });

  it('writes any name as text', () => {
    expect(svg).toContain('A &lt;b&gt;&quot;name&quot;&lt;/b&gt; &amp; \ufffdmore');
    expect(svg).not.toContain('<b>');
    expect(svg.replaceAll('\n', '')).not.toMatch(ORDERS_IN_TEXT);
    expect(svg).not.toMatch(/\p{Surrogate}/u);
  });

  it('closes every element that it opens', () => {
    const open: string[] = [];
    for (const [, slash, name, end] of svg.matchAll(/<(\/?)([a-zA-Z]+)[^<>]*?(\/?)>/g)) {
      if (end === '/') continue;
      if (slash === '/') expect(open.pop()).toBe(name);
      else open.push(name!);
    }
    expect(open).toEqual([]);
  });
});
