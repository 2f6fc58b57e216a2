import { describe, expect, it } from 'vitest';
import { decodeCp437, decodeName } from '../../../src/io/decode-name';
import { crc32 } from '../../../src/io/crc32';
import { isClutter, normalisePath } from '../../../src/io/paths';
import { refusedFormat } from '../../../src/io/refused-formats';
import { utf8 } from '../../builders/archives';

describe('crc32', () => {
  it('gives the published check values', () => {
    // The catalogue of parametrised CRCs gives 0xCBF43926 for "123456789"; RFC 3720 B.4 is another CRC.
    expect(crc32(utf8('123456789'))).toBe(0xcbf43926);
    expect(crc32(new Uint8Array(0))).toBe(0);
    expect(crc32(utf8('The quick brown fox jumps over the lazy dog'))).toBe(0x414fa339);
  });

  it('continues from an earlier checksum, at any cut', () => {
    const bytes = Uint8Array.from({ length: 100 }, (_, i) => (i * 37) & 255);
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      expect(crc32(bytes.subarray(cut), crc32(bytes.subarray(0, cut)))).toBe(crc32(bytes));
    }
  });
});

describe('normalisePath', () => {
  it.each([
    ['RUN/0_A1/1/1SLin/fid', 'RUN/0_A1/1/1SLin/fid'],
    ['RUN\\0_A1\\1\\1SLin\\fid', 'RUN/0_A1/1/1SLin/fid'],
    ['./RUN//0_A1/./fid', 'RUN/0_A1/fid'],
    ['/etc/passwd', 'etc/passwd'],
    ['C:\\data\\fid', 'data/fid'],
    ['\\\\server\\share\\fid', 'server/share/fid'],
    ['../../fid', 'fid'],
    ['a/../../b/fid', 'b/fid'],
    ['a/b/../fid', 'a/fid'],
    ["Île d'Yeu/α #1", "Île d'Yeu/α #1"],
    ['..', ''],
    ['///', ''],
  ])('turns %s into %s', (name, path) => {
    expect(normalisePath(name)).toBe(path);
  });
});

describe('isClutter', () => {
  it.each(['__MACOSX/RUN/fid', 'RUN/._fid', '.DS_Store', 'RUN/Thumbs.db', 'RUN/thumbs.db'])(
    'includes %s',
    (path) => expect(isClutter(path)).toBe(true),
  );

  it.each(['RUN/fid', 'RUN/.hidden/fid', '__MACOSX.txt', 'x__MACOSX/fid'])(
    'does not include %s',
    (path) => expect(isClutter(path)).toBe(false),
  );
});

describe('decodeName', () => {
  it('reads UTF-8 if the bytes are valid UTF-8', () => {
    expect(decodeName(utf8("Île d'Yeu/α #1"))).toBe("Île d'Yeu/α #1");
  });

  it('reads code page 437 if they are not', () => {
    // In code page 437, which has no capital Î, î is 0x8C and α is 0xE0.
    const bytes = Uint8Array.of(0x8c, 0x6c, 0x65, 0x20, 0xe0);
    expect(decodeName(bytes)).toBe('île α');
  });

  it('has all 256 characters of code page 437', () => {
    const all = decodeCp437(Uint8Array.from({ length: 256 }, (_, i) => i));
    expect(new Set(all).size).toBe(256);
    expect([...all][0x80]).toBe('Ç');
    expect([...all][0x9f]).toBe('ƒ');
    expect([...all][0xe1]).toBe('ß');
    expect([...all][0xff]).toBe('\u00a0');
  });
});

describe('refusedFormat', () => {
  it.each([
    ['scan/tissue.imzML', 'imzml', 'scan/tissue.imzML'],
    ['scan/tissue.ibd', 'imzml', 'scan/tissue.ibd'],
    ['plate.run', 'run', 'plate.run'],
    ['x/sample.d/analysis.tdf', 'd', 'x/sample.d'],
    ['x/sample.d/AcqData/MSProfile.bin', 'd', 'x/sample.d'],
    ['sample.raw', 'raw', 'sample.raw'],
    ['sample.raw/_FUNC001.DAT', 'raw', 'sample.raw'],
  ])('%s is %s', (path, format, measurement) => {
    expect(refusedFormat(path)).toEqual({ format, path: measurement });
  });

  it.each(['conf.d/readme.txt', 'RUN/0_A1/1/1SLin/pdata/1/1r', 'runs', 'drawing.d'])(
    'does not include %s',
    (path) => expect(refusedFormat(path)).toBeNull(),
  );
});
