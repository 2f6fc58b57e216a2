import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { taxonClass, taxonShape } from '../../../../src/state/results/taxon-shapes';
import { markOf } from '../../../../src/state/results/call-words';
import { MARK_COLOURS, taxonMark } from '../../../../src/state/results/taxon-marks';
import { manifest } from '../manifest';

const model = (...ids: string[]) => ({
  ...manifest,
  taxa: ids.map((id, color) => ({ ...manifest.taxa[0]!, id, color })),
});

describe('the mark of a taxon', () => {
  it('is the same in every model, whatever the taxon’s position in it', () => {
    const a = model('klebsiella-pneumoniae', 'klebsiella-variicola', 'escherichia-coli');
    const b = model('klebsiella-oxytoca-group', 'escherichia-coli', 'klebsiella-pneumoniae');
    for (const id of ['klebsiella-pneumoniae', 'escherichia-coli']) {
      expect(taxonMark(a, id)).not.toBeNull();
      expect(taxonMark(a, id)).toBe(taxonMark(b, id));
    }
  });

  it('is the same for every spelling of a subspecies', () => {
    expect(
      taxonMark(
        model('klebsiella-quasipneumoniae-subsp-similipneumoniae'),
        'klebsiella-quasipneumoniae-subsp-similipneumoniae',
      ),
    ).toBe(1);
  });

  it('differs from those of all other taxa of the model, in colour and shape together', () => {
    const ids = Array.from({ length: 60 }, (_, i) => `genus-species-${i}`);
    const many = model('klebsiella-pneumoniae', 'klebsiella-oxytoca', ...ids);
    const looks = many.taxa.map(({ id }) => {
      const mark = taxonMark(many, id)!;
      return `${taxonClass(mark)} ${taxonShape(mark)}`;
    });
    expect(new Set(looks).size).toBe(many.taxa.length);
  });

  it('is a word for a call that is not a taxon', () => {
    expect(markOf(manifest, 'none:poor-spectrum')).toBe('none');
    expect(markOf(manifest, 'unread')).toBe('unread');
    expect(markOf(manifest, 'some-group')).toBe('group');
    expect(markOf(null, 'klebsiella-pneumoniae')).toBe('group');
  });
});

const css = readFileSync(new URL('../../../../src/styles/tokens.css', import.meta.url), 'utf8');

/** Returns a token's colours in the light and in the dark theme. */
function colours(name: string): readonly [string, string] {
  const [, light, dark] =
    new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css) ?? [];
  if (light === undefined || dark === undefined) throw new Error(`No colours for ${name}`);
  return [light, dark];
}

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light! + 0.05) / (dark! + 0.05);
}

describe('the colours of taxa', () => {
  const names = [...Array.from({ length: MARK_COLOURS }, (_, i) => `taxon-${i}`), 'taxon-none'];

  it.each(names)('%s has a contrast of 3 with its background, in both themes', (name) => {
    for (const ground of ['background', 'surface', 'accent-soft']) {
      for (const theme of [0, 1] as const) {
        expect(contrast(colours(name)[theme], colours(ground)[theme])).toBeGreaterThanOrEqual(3);
      }
    }
  });

  it('are all different, and become one with forced colours, where the shape distinguishes taxa', () => {
    for (const theme of [0, 1] as const) {
      expect(new Set(names.map((name) => colours(name)[theme])).size).toBe(names.length);
    }
    const forced = css.slice(css.indexOf('forced-colors: active'));
    for (const name of names) expect(forced).toContain(`--${name}: CanvasText`);
  });
});
