import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chooseNameEncoding,
  decodeNameAs,
  NAME_ENCODINGS,
  type NameEncoding,
} from '../../../src/io/name-encoding';
import { decodeUtf8 } from '../../../src/io/decode-name';

/** The bytes of each character in an encoding, found by decoding all bytes and pairs of bytes. */
const tables = new Map<NameEncoding, ReadonlyMap<string, readonly number[]>>();
function tableOf(encoding: NameEncoding): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  const table = new Map<string, readonly number[]>();
  for (let lead = 0; lead < 256; lead++) {
    const one = decodeNameAs(encoding, Uint8Array.of(lead));
    if (one !== '\ufffd' && !table.has(one)) table.set(one, [lead]);
    if (encoding !== 'shift_jis' && encoding !== 'gbk') continue;
    for (let trail = 0x40; lead > 127 && trail < 256; trail++) {
      const two = decodeNameAs(encoding, Uint8Array.of(lead, trail));
      if ([...two].length === 1 && two !== '\ufffd' && !table.has(two))
        table.set(two, [lead, trail]);
    }
  }
  tables.set(encoding, table);
  return table;
}

function encode(encoding: NameEncoding, text: string): Uint8Array {
  const table = tableOf(encoding);
  return Uint8Array.from(
    [...text].flatMap((char) => {
      const bytes = table.get(char);
      if (bytes === undefined) throw new Error(`${encoding} has no ${char}`);
      return bytes;
    }),
  );
}

/** Names of isolates, folders and people as laboratories write them, by the encoding of their system. */
const NAMES: Readonly<Record<NameEncoding, readonly string[]>> = {
  cp437: [
    'Müller',
    'Kläranlage Süd',
    'Gérard',
    'prélèvement 3',
    'Großhadern',
    'Ärzte',
    'Ångström',
    'Größe',
  ],
  cp850: ['Sørensen', 'Álvarez', 'São Paulo', 'Öresund Ø', 'ÀÇÃO', 'João', 'Gonçalves é Simões'],
  shift_jis: [
    '肺炎桿菌',
    '検体_001',
    'クレブシエラ',
    'サンプル表',
    'テスト',
    '東京大学医学部附属病院',
    'ひらがな',
  ],
  gbk: ['肺炎克雷伯菌', '样品1', '北京协和医院', '血培养_0_A1', '标本', '上海'],
  cp866: ['Клебсиелла', 'образец 12', 'Москва', 'БОЛЬНИЦА'],
};

describe('the encoding of an archive’s names', () => {
  for (const encoding of NAME_ENCODINGS) {
    it.each(NAMES[encoding])(`is ${encoding} for %s`, (name) => {
      const bytes = encode(encoding, `run1/${name}/0_A7/1/1SLin/fid`);
      expect(decodeUtf8(bytes)).toBeNull();
      const chosen = chooseNameEncoding([bytes]);
      // If two code pages agree on these bytes, the name is the same in both.
      expect(decodeNameAs(chosen, bytes)).toBe(`run1/${name}/0_A7/1/1SLin/fid`);
    });

    it(`is ${encoding} for all of these together, in any order`, () => {
      const all = NAMES[encoding].map((name) => encode(encoding, name));
      fc.assert(
        fc.property(fc.shuffledSubarray(all, { minLength: 4 }), (some) => {
          const chosen = chooseNameEncoding(some);
          const read = some.map((bytes) => decodeNameAs(chosen, bytes));
          expect(read.every((name) => NAMES[encoding].includes(name))).toBe(true);
        }),
      );
    });
  }

  it('is found for any bytes, and decodes them', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 40 })), (names) => {
        const chosen = chooseNameEncoding(names);
        expect(NAME_ENCODINGS).toContain(chosen);
        for (const bytes of names) expect(typeof decodeNameAs(chosen, bytes)).toBe('string');
      }),
    );
  });
});
