import { describe, expect, it } from 'vitest';
import { laboratoryOf, readLaboratory } from '../../../../src/core/laboratory/laboratory';
import { MAX_LOGO_BYTES, readLogo } from '../../../../src/core/laboratory/read-logo';
import { jpegOf, pngOf } from '../../../builders/pictures';

describe('a logo', () => {
  it('is a PNG or a JPEG by its bytes', () => {
    expect(readLogo(pngOf(120, 40))).toMatchObject({
      ok: true,
      value: { type: 'image/png', width: 120, height: 40 },
    });
    expect(readLogo(jpegOf(300, 90))).toMatchObject({
      ok: true,
      value: { type: 'image/jpeg', width: 300, height: 90 },
    });
  });

  it.each([
    [
      'an SVG',
      new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'logo-format',
    ],
    ['a GIF', new TextEncoder().encode('GIF89a..................'), 'logo-format'],
    ['nothing', new Uint8Array(), 'logo-format'],
    ['the head of a PNG', pngOf(10, 10).subarray(0, 12), 'logo-format'],
    ['a JPEG without a frame', jpegOf(10, 10).subarray(0, 8), 'logo-format'],
    [
      'a JPEG that turns into noise',
      Uint8Array.of(255, 216, 255, 224, 0, 2, 1, 2, 3, 4, 5, 6),
      'logo-format',
    ],
    ['no pixel', pngOf(0, 10), 'logo-format'],
    ['too many pixels', pngOf(10, 100_000), 'logo-pixels'],
    ['too many bytes', new Uint8Array(MAX_LOGO_BYTES + 1), 'logo-bytes'],
  ] as const)('is not %s', (_, bytes, error) => {
    expect(readLogo(bytes)).toEqual({ ok: false, error });
  });

  it('never reads beyond its bytes, however it is cut', () => {
    for (const whole of [pngOf(20, 20), jpegOf(20, 20)]) {
      for (let end = 0; end <= whole.length; end++) readLogo(whole.slice(0, end));
    }
  });
});

describe('a laboratory', () => {
  it('is put in order, and is none when nothing is left', () => {
    expect(
      laboratoryOf({ name: '  North \n Lab ', address: ' a\r\n\n b  c \n', logo: null }),
    ).toEqual({
      name: 'North Lab',
      address: 'a\nb c',
      logo: null,
    });
    expect(laboratoryOf({ name: ' ', address: '\n', logo: null })).toBeNull();
    const long = laboratoryOf({ name: 'x'.repeat(999), address: 'y\n'.repeat(99), logo: null });
    expect(long?.name).toHaveLength(120);
    expect(long?.address.split('\n')).toHaveLength(8);
    const lines = Array.from({ length: 10 }, (_, i) => `line ${i}`).join('\n');
    const many = laboratoryOf({ name: '', address: lines, logo: null });
    expect(many?.address.split('\n').at(-1)).toBe('line 7, line 8, line 9');
  });

  const read = (text: string) => readLaboratory(text, () => Promise.resolve(pngOf(9, 9)));

  it('is read from JSON, with its logo', async () => {
    expect(await read('{"name":"North","logo":"l.png"}')).toMatchObject({
      ok: true,
      value: { name: 'North', address: '', logo: { type: 'image/png', width: 9 } },
    });
    expect(await read('{}')).toEqual({ ok: true, value: null });
  });

  it.each([
    ['{', 'not-json'],
    ['[]', 'not-laboratory'],
    ['null', 'not-laboratory'],
    ['{"name":1}', 'not-laboratory'],
    ['{"logo":{}}', 'not-laboratory'],
    ['{"nmae":"North"}', 'not-laboratory'],
    [`{"name":"${'x'.repeat(121)}"}`, 'not-laboratory'],
  ])('is not %s', async (text, error) => {
    expect(await read(text)).toEqual({ ok: false, error });
  });
});
