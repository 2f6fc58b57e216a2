import { describe, expect, it } from 'vitest';
import { colourings } from '../../../../src/state/plate/colourings';
import { heatOf } from '../../../../src/state/plate/heat';
import { plateMaps } from '../../../../src/state/plate/plate-map';
import { fitText } from '../../../../src/state/plate/plate-scene';
import { drawPlate, type SavedPlate } from '../../../../src/state/plate/save-plate';
import type { PaintStyle } from '../../../../src/state/spectrum/paint-scene';
import type { Scene, Shape } from '../../../../src/state/spectrum/scene';
import { sceneSvg } from '../../../../src/state/spectrum/scene-svg';
import { italicWords } from '../../../../src/state/taxon-text';
import { HOSTILE_NAMES, ORDERING_NAMES, ORDERS_IN_TEXT } from '../../../builders/hostile-names';
import { sampleRow, spectrumRow } from '../../storage/records';
import { manifest } from '../manifest';

const measure = (text: string, size: number) => 0.6 * size * text.length;
const style = {
  palette: { background: '#ffffff', text: '#111111', muted: '#666666', rule: '#eeeeee' },
  fontFamily: 'Arial',
} as PaintStyle;

function savedPlate(rows: number, columns: number, changes: Partial<SavedPlate> = {}): SavedPlate {
  const spectra = Array.from({ length: rows * columns }, (_, i) => {
    const spot = `${String.fromCharCode(65 + Math.floor(i / columns))}${(i % columns) + 1}`;
    const record = { acquiredAt: new Date(Date.UTC(2026, 0, 1, 0, i)).toISOString() } as never;
    return spectrumRow(i, { spot, record, path: `RUN/S${i}/0_${spot}/1/1SLin/fid` });
  });
  const samples = spectra.map(({ index, spot }) =>
    sampleRow(index, {
      spot,
      name: `Sample number ${index} of the ward`,
      call: {
        ...sampleRow(0).call,
        taxon: index % 5 === 0 ? 'alpha-complex' : 'genus-alpha',
        kind: index % 5 === 0 ? 'group' : 'species',
        confidence: index % 3 === 0 ? 'weak' : 'high',
      },
    }),
  );
  return {
    plate: plateMaps(spectra, samples).plates[0]!,
    isOnly: true,
    heat: null,
    run: 'Plate 7',
    token: 'token-1',
    manifest,
    model: { id: 'markers', version: '1.0.0', sha256: '', manifestSha256: '' },
    appVersion: '1.2.3',
    words: italicWords(manifest),
    ...changes,
  };
}

const shapesOf = (scene: Scene) => scene.layers.flatMap(({ shapes }) => [...shapes]);
const wordsOf = (shape: Shape) =>
  shape.kind === 'text' ? shape.parts.map(({ text }) => text).join('') : '';
const textsOf = (scene: Scene) => shapesOf(scene).map(wordsOf).filter(Boolean);

describe.each([
  ['96', 8, 12],
  ['384', 16, 24],
])('the picture of a plate of %s spots', (_, rows, columns) => {
  it('states its content and its intended use', () => {
    const saved = savedPlate(rows, columns);
    const texts = textsOf(drawPlate(saved, measure));
    expect(texts).toEqual(
      expect.arrayContaining([
        'Plate 7',
        `${rows * columns} spots of a plate of ${rows * columns}, coloured by: call`,
        'For research use only. Not for use in diagnostic procedures.',
        'ktyper 1.2.3, model markers 1.0.0. Job token-1',
        String(columns),
        String.fromCharCode(64 + rows),
      ]),
    );
  });

  it.each(colourings)(
    'coloured by %s stays within its edges, and no text overlaps another',
    (colouring) => {
      const saved = savedPlate(rows, columns);
      const heat = colouring === 'call' ? null : heatOf([saved.plate], colouring);
      const scene = drawPlate({ ...saved, heat }, measure);
      for (const shape of shapesOf(scene)) {
        if (shape.kind === 'text') {
          const width = measure(wordsOf(shape), shape.size);
          const left =
            shape.x - (shape.align === 'start' ? 0 : shape.align === 'end' ? width : width / 2);
          expect(left).toBeGreaterThanOrEqual(0);
          expect(left + width).toBeLessThanOrEqual(scene.width);
          expect(shape.y).toBeGreaterThan(0);
          expect(shape.y).toBeLessThan(scene.height);
        } else if (shape.kind === 'box') {
          expect(shape.box.x).toBeGreaterThanOrEqual(0);
          expect(shape.box.x + shape.box.width).toBeLessThanOrEqual(scene.width);
          expect(shape.box.y + shape.box.height).toBeLessThanOrEqual(scene.height);
        } else if (shape.kind === 'glyph') {
          for (const value of [shape.x, shape.y, shape.scale]) {
            expect(Number.isFinite(value)).toBe(true);
          }
        }
      }
    },
  );
});

describe('the picture of a plate', () => {
  it('has the order’s numbers in its spots, the legend’s ticks, and the number of spots without a value', () => {
    const saved = savedPlate(8, 12);
    const scene = drawPlate({ ...saved, heat: heatOf([saved.plate], 'order') }, measure);
    const texts = textsOf(scene);
    expect(texts).toContain('Order of measurement');
    expect(texts.filter((text) => text === '37')).toHaveLength(1);
    // The number is in its spot, and at a tick.
    expect(texts.filter((text) => text === '40')).toHaveLength(2);
    const absent = drawPlate({ ...saved, heat: heatOf([saved.plate], 'shift') }, measure);
    expect(textsOf(absent)).toContain('96 spots without a value (not identified, or not read)');
  });

  it('counts its calls, with their names in italics', () => {
    const scene = drawPlate(savedPlate(8, 12), measure);
    const entry = shapesOf(scene).find((shape) => wordsOf(shape) === 'G. alpha: 76');
    expect(entry?.kind === 'text' && entry.parts).toEqual([
      { text: 'G. alpha', italic: true },
      { text: ': 76', italic: false },
    ]);
    expect(textsOf(scene)).toContain('G. alpha complex: 20');
  });

  it('names its plate if the job has several', () => {
    const scene = drawPlate(savedPlate(8, 12, { isOnly: false }), measure);
    expect(textsOf(scene)[0]).toBe('Plate 7, RUN');
  });

  it.each(Object.values({ ...HOSTILE_NAMES, ...ORDERING_NAMES }))(
    'is safe with the name %j',
    (run) => {
      const saved = savedPlate(8, 12, { run });
      for (const heat of [null, heatOf([saved.plate], 'order')]) {
        const svg = sceneSvg(drawPlate({ ...saved, heat }, measure), style, `Plate of ${run}`);
        expect(svg).not.toMatch(/<(?:script|img|b>)|<svg onload/);
        expect(svg.replaceAll('\n', '')).not.toMatch(ORDERS_IN_TEXT);
        expect(svg).not.toMatch(/\p{Surrogate}/u);
        expect(svg.includes('<path d="')).toBe(heat === null);
        expect(svg).not.toMatch(/NaN|undefined/);
      }
    },
  );

  it('shortens names that are wider than their spot, with an ellipsis', () => {
    expect(fitText('KPN289', 80, measure)).toBe('KPN289');
    expect(fitText('Sample number 12', 60, measure)).toBe('Sample …');
    expect(fitText('🦠🦠🦠', 22, measure)).toBe('🦠…');
  });
});
