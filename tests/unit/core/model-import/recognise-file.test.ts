import { describe, expect, it } from 'vitest';
import { recogniseFile } from '../../../../src/core/model-import/recognise-file';
import { PROTOCOLS, writePickle } from '../../../builders/pickle';

const encoder = new TextEncoder();

describe('recogniseFile', () => {
  it.each(PROTOCOLS)('recognises a pickle of protocol %d by its bytes', (protocol) => {
    const pickle = { py: 'tuple', items: ['a', 'b'] } as const;
    expect(recogniseFile({ path: 'weights', bytes: writePickle(pickle, protocol) })).toBe('pickle');
  });

  it.each([
    ['x.txt', '\ufefftaxon;locus;mass;genomes\n', 'markers'],
    ['x', '"Locus","Mass","Taxon"\n', 'markers'],
    ['x.csv', '\ufeffName;MZ;Tolerance\n', 'watch'],
    ['x.csv', 'name,mass,charge\n', 'watch'],
    ['x.csv', 'peak,m/z\n', 'watch'],
    ['x.csv', 'taxon,mass,mz\n', 'markers'],
    ['x.csv', 'Species,Protein,m/z,Frequency\n', 'markers'],
    ['x.csv', 'sep=;\nSpezies;Protein;Masse [Da]\n', 'markers'],
    ['x.csv', 'Made by the LIMS\n\nOrganism\tGene\tMW (kDa)\n', 'markers'],
    ['x.json', '[2000, 2001]', 'features'],
    ['x.json', '{"features": ["mz_2000", "mz_2001"]}', 'features'],
    ['x.txt', '2065,2066,2067,2135,\n', 'features'],
    ['x.txt', 'array([2000., 2001., ..., 3000.])', 'features'],
    ['x.csv', ',mz\n0,2000\n1,2001\n', 'features'],
    ['x.csv', '"","x"\n"1",2000\n"2",2001\n', 'features'],
    ['x.txt', 'feature\n2000\n2001\n', 'features'],
    ['x.txt', 'X2000\nX2001\n', 'features'],
    ['x.txt', 'mz\n2000\n2001\n', 'features'],
    ['x.csv', '\n\n2000\n2001\n', 'features'],
    ['x.csv', '2000.0', 'features'],
    ['x', 'Klebsiella pneumoniae\n', 'classes'],
    ['x.txt', 'coli\nclass two\n', 'classes'],
    ['x', '0\tKlebsiella pneumoniae\n', 'classes'],
    ['x.json', '{"format":"ktyper-model-pack/1"}', 'manifest'],
    ['a/manifest.json', 'not JSON', 'manifest'],
    ['x.json', '{"a":1}', 'other'],
    ['x.html', '<p>', 'other'],
    ['x.bin', '', 'pickle'],
    ['markers.pkl', 'taxon,locus,mass\nA,L1,5000\n', 'markers'],
    ['markers.joblib', 'Spezies;Protein;Masse [Da]\nA;L1;5000,5\n', 'markers'],
    ['markers.sav', 'class,taxon,locus\n1,A,L1\n', 'markers'],
    ['peaks.pickle', 'name,mz,tolerance_ppm\nA,11109,500\n', 'watch'],
    ['features.bin', '2000\n2001\n', 'features'],
    ['plain.pkl', 'a;b;c\n1;2;3\n4;5;6\n', 'other'],
    ['column.pkl', 'code\tvalue\n1\t2\n', 'other'],
    ['x.pkl', 'csklearn.tree._classes\nDecisionTreeClassifier\np0\n', 'pickle'],
    ['x.pkl', 'not a pickle at all', 'pickle'],
    ['x.pkl', '<html>\n<p>a, b</p>\n</html>', 'pickle'],
    ['x.onnx', 'text', 'onnx'],
    ['x', '\u0008\u0008', 'onnx'],
    ['x', 'a\u0000b', 'other'],
    ['x', '', 'other'],
  ] as const)('recognises %s with %j as %s', (path, text, role) => {
    expect(recogniseFile({ path, bytes: encoder.encode(text) })).toBe(role);
  });

  it('recognises texts in UTF-16, with and without a byte-order mark', () => {
    const wide = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
    for (const mark of ['', '\ufeff']) {
      expect(recogniseFile({ path: 'x', bytes: wide(`${mark}2000\r\n2001\r\n`) })).toBe('features');
      const table = `${mark}taxon\tlocus\tmass\r\nÄ\tS22\t5280,5\r\n`;
      expect(recogniseFile({ path: 'x', bytes: wide(table) })).toBe('markers');
    }
  });
});
