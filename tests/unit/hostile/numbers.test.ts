import { describe, expect, it } from 'vitest';
import { groupDigits } from '../../../src/core/text';
import { AxisCache } from '../../../src/core/bruker/axis-cache';
import { readAcquisition } from '../../../src/core/bruker/read-acquisition';
import { parseRunInfo } from '../../../src/core/bruker/run-info';
import { parseMarkerTable } from '../../../src/core/marker-model/parse-marker-table';
import { parseModelIndex } from '../../../src/core/model-pack/model-index';
import { parseManifest } from '../../../src/core/model-pack/verify';
import { LINEAR_AXIS } from '../../../src/simulate/axis';
import { buildAcqu, buildFid } from '../../builders/bruker-run';
import { tinyPackFiles } from '../../builders/tiny-pack';
import { inEnglish } from '../../../src/words/in-words';
import { spoken } from '../../builders/spoken';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const FID = buildFid(new Int32Array(100).fill(1));

/** Returns what is said of a spectrum whose acqu has this text in this field. */
function said(field: string, text: string): string {
  const acqu = bytesOf(buildAcqu({ [field]: text }));
  const { spectrum } = readAcquisition({ path: 'fid', acqu, fid: FID }, new AxisCache());
  return spectrum.ok ? 'read' : inEnglish(spectrum.error.message);
}

const WHAT: Readonly<Record<string, string>> = {
  TD: 'a whole number above 0',
  BYTORDA: 'a whole number',
  DELAY: 'a number',
  DW: 'a number above 0',
  ML1: 'a number above 0',
  ML2: 'a number',
  ML3: 'a number',
};

describe('a parameter file with values that are not numbers', () => {
  const cases = Object.keys(WHAT).flatMap((field) =>
    ['NaN', 'Infinity', '-Infinity', 'inf', '1e999', '-1e999', '0x10', '1_000', '٣', '1e'].map(
      (text) => [field, text] as const,
    ),
  );

  it.each(cases)('%s= %s is quoted, with what is required', (field, text) => {
    expect(said(field, text)).toBe(
      `The parameter file acqu has ${field}= ${text}, which is not ${WHAT[field]}.`,
    );
  });

  it.each([
    ['DELAY', '1e308'],
    ['DW', '1e308'],
    ['DW', '1e-308'],
    ['ML1', '1e-308'],
    ['ML1', '1e308'],
    ['ML2', '-1e308'],
    ['ML3', '1e308'],
    ['ML3', '-1e308'],
  ])('%s= %s, which is a number, gives no axis and no NaN', (field, text) => {
    expect(said(field, text)).toMatch(/^(?:The calibration ML1= |The spectrum covers m\/z )/);
    expect(said(field, text)).not.toMatch(/covers.*NaN/);
  });
});

describe('an input beyond what any instrument writes', () => {
  it('with a fid of millions of points, as TD says and the bytes contain, is refused for its size', () => {
    const points = 1_100_000;
    const acqu = bytesOf(buildAcqu({ TD: points, DW: 0.01 }));
    const fid = buildFid(new Int32Array(points).fill(1));
    const { spectrum } = readAcquisition({ path: 'fid', acqu, fid }, new AxisCache());
    expect(spectrum).toMatchObject({
      ok: false,
      error: {
        kind: 'fid-size',
        message:
          'The intensity file fid has 1,100,000 points, but a whole-cell spectrum has some 20,000; ' +
          '1048576 are the most that are read.',
      },
    });
  });

  it('with a TD of 4 GB takes memory for the existing points only, and reports their number', () => {
    const acqu = bytesOf(buildAcqu({ TD: 2 ** 32 }));
    const fid = buildFid(new Int32Array(LINEAR_AXIS.points).fill(1));
    const { spectrum, warnings } = readAcquisition({ path: 'fid', acqu, fid }, new AxisCache());
    expect(spectrum.ok).toBe(true);
    expect(warnings.map(({ message }) => message)).toEqual([
      `The fid holds ${groupDigits(LINEAR_AXIS.points)} of the 4,294,967,296 points (TD) that acqu promises; those ` +
        'that are there were used.',
    ]);
  });

  it('with a parameter file of megabytes is named by its path, and the file is not read', () => {
    const acqu = new Uint8Array(2 * 1024 * 1024).fill(0x0a);
    const path = 'RUN/0_A1/1/1SLin/fid';
    const reading = readAcquisition({ path, acqu, fid: FID }, new AxisCache());
    expect(reading).toMatchObject({ uid: 'RUN.0_A1.1.1SLin', spot: 'A1', record: null });
    expect(reading.spectrum).toMatchObject({
      error: {
        kind: 'acqu-size',
        message:
          'The parameter file acqu is larger than 1 MB, fifty times what an instrument writes, and ' +
          'was not read.',
      },
    });
  });

  it('with run information for more analytes than fifty targets hold is cut off there', () => {
    const analytes = new Array(30_000).fill('{"AnalyteId":"x"}').join(',');
    const run = parseRunInfo(bytesOf(`{"Analytes":[${analytes}]}`), 'P/runInfo.json');
    expect(run.ok && run.value.analytes.length).toBe(20_000);
  });

  it('with a uid, a spot and comments as long as a book is cut to what a table can show', () => {
    const long = 'x'.repeat(100_000);
    const acqu = bytesOf(buildAcqu({ ID_raw: long, PATCHNO: long, CMT1: long, AQ_DATE: long }));
    const { uid, spot, record } = readAcquisition({ path: 'fid', acqu, fid: FID }, new AxisCache());
    expect([uid, spot, record!.acquiredAt, ...record!.comments]).toEqual(
      new Array(4).fill('x'.repeat(300)),
    );
  });
});

describe('a hostile table of markers', () => {
  it.each([
    ['A,L1,NaN,1', 'the mass "NaN" is not a number from 1,000 to 42,000 Da.'],
    ['A,L1,Infinity,1', 'the mass "Infinity" is not a number from 1,000 to 42,000 Da.'],
    ['A,L1,1e999,1', 'the mass "1e999" is not a number from 1,000 to 42,000 Da.'],
    ['A,L1,-5000,1', 'the mass "-5000" is not a number from 1,000 to 42,000 Da.'],
    ['A,L1,5000,NaN', 'the fraction "NaN" is not a number above 0 and up to 1.'],
    ['A,L1,5000,1e-999', 'the fraction "1e-999" is not a number above 0 and up to 1.'],
    ['A,L1,5000,0.5,Infinity', 'the number of genomes "Infinity" is not a number above 0.'],
    [`A,L1,${'9'.repeat(5000)}`, `the mass "${'9'.repeat(40)}" is not a number`],
    ['"A\nB",L1,5000', 'a name has a line break or another control character.'],
  ])('%s', (line, sentence) => {
    const table = parseMarkerTable(
      bytesOf(`taxon,locus,mass,fraction,genomes\n${line}\n`),
      'm.csv',
    );
    expect(spoken(table.ok ? 'read' : table.error.message)).toContain(`Line 2: ${sentence}`);
  });

  it('of more lines or bytes than any model needs is refused before its end is read', () => {
    const lines = (count: number) =>
      `taxon,locus,mass\n${Array.from({ length: count }, (_, i) => `A${i},L1,5000`).join('\n')}`;
    const many = parseMarkerTable(bytesOf(lines(100_001)), 'm.csv');
    const large = parseMarkerTable(new Uint8Array(17 * 1024 * 1024).fill(0x41), 'm.csv');
    expect([many, large].map((table) => !table.ok && table.error.message)).toEqual([
      'The table has more than the 100000 lines that are read.',
      'The table has 17,825,792 bytes; at most 16,777,216 are read.',
    ]);
  });

  it('of as many lines as allowed is read in linear time', () => {
    const lines = Array.from(
      { length: 100_000 },
      (_, i) => `A${i % 500},L${i % 400},${1000 + i / 4}`,
    );
    const table = parseMarkerTable(bytesOf(`taxon,locus,mass\n${lines.join('\n')}`), 'm.csv');
    expect(table.ok && table.value.rows.length).toBe(100_000);
  });
});

describe('a hostile model pack', () => {
  const place = '"__NUMBER__"';
  const refusals: readonly (readonly [json: string, sentence: string])[] = [
    ['NaN', 'The model’s manifest.json is not JSON in UTF-8.'],
    ['Infinity', 'The model’s manifest.json is not JSON in UTF-8.'],
    ['1e999', 'The model’s manifest is not valid at thresholds.species:'],
    ['-1', 'The model’s manifest is not valid at thresholds.species:'],
    ['"0.5"', 'The model’s manifest is not valid at thresholds.species:'],
    ['null', 'The model’s manifest is not valid at thresholds.species:'],
  ];

  it.each(refusals)('is refused with %s as a threshold', async (json, sentence) => {
    const manifest = JSON.parse(new TextDecoder().decode((await tinyPackFiles()).manifest)) as {
      thresholds: object;
    };
    const changed = { ...manifest, thresholds: { ...manifest.thresholds, species: '__NUMBER__' } };
    const parsed = parseManifest(bytesOf(JSON.stringify(changed).replace(place, json)));
    expect(spoken(parsed.ok ? 'read' : parsed.error.message)).toContain(sentence);
  });

  it.each(['1e999', '-1', '0.5', '9007199254740993'])(
    'is refused with %s as the size of the graph',
    async (json) => {
      const text = new TextDecoder().decode((await tinyPackFiles()).manifest);
      const parsed = parseManifest(bytesOf(text.replace(/"bytes":\d+/, `"bytes":${json}`)));
      expect(spoken(parsed.ok ? 'read' : parsed.error.message)).toContain(
        'is not valid at graph.bytes:',
      );
    },
  );

  it('is refused without the whole of a value as long as a book in the message', () => {
    const parsed = parseManifest(bytesOf(`{"format":"${'x'.repeat(100_000)}"}`));
    expect(spoken(parsed.ok ? '' : parsed.error.message)).toMatch(
      /^The model’s manifest is not valid at format: .{50,200}\.$/s,
    );
  });
});

describe('JSON with the names of an object’s built-in properties', () => {
  const proto = '"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}}';

  it('is refused in a manifest, which has no such field', async () => {
    const text = new TextDecoder().decode((await tinyPackFiles()).manifest);
    const parsed = parseManifest(bytesOf(text.replace('{', `{${proto},`)));
    expect(spoken(parsed.ok ? 'read' : parsed.error.message)).toMatch(
      /^The model’s manifest is not valid at (?:__proto__|constructor): /,
    );
    expect({}).not.toHaveProperty('polluted');
  });

  it('is ignored in the list of models', () => {
    const list = `{${proto},"format":"ktyper-models/1","default":"a","models":[{"id":"a","version":"1","path":"a/1",${proto}}]}`;
    const parsed = parseModelIndex(bytesOf(list));
    expect(parsed.ok && parsed.value.models[0]!.path).toBe('a/1');
    expect({}).not.toHaveProperty('polluted');
  });

  it('cannot be the name of a model', () => {
    const list =
      '{"format":"ktyper-models/1","default":"__proto__","models":[{"id":"__proto__","version":"1","path":"a"}]}';
    const parsed = parseModelIndex(bytesOf(list));
    expect(spoken(parsed.ok ? 'read' : parsed.error.message)).toBe(
      'The list of models, index.json, is not valid.',
    );
  });
});
