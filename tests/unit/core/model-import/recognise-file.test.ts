import { describe, expect, it } from 'vitest';
import { recogniseFile } from '../../../../src/core/model-import/recognise-file';
import { PROTOCOLS, writePickle } from '../../../builders/pickle';

const encoder = new TextEncoder();

describe('recogniseFile', () => {
  it.each(PROTOCOLS)('knows a pickle of protocol %d by its bytes', (protocol) => {
    const pickle = { py: 'tuple', items: ['a', 'b'] } as const;
    expect(recogniseFile({ path: 'weights', bytes: writePickle(pickle, protocol) })).toBe('pickle');
  });

  it.each([
    ['x.txt', '\ufefftaxon;locus;mass;genomes\n', 'markers'],
    ['x', '"Locus","Mass","Taxon"\n', 'markers'],
    ['x.csv', '\ufeffName;MZ;Tolerance\n', 'watch'],
    ['x.csv', 'name,mass,charge\n', 'watch'],
    ['x.csv', 'peak,m/z\n', 'watch'],
    ['x.csv', 'taxon,mass,mz\n', 'classes'],
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
    ['x.onnx', 'text', 'onnx'],
    ['x', '\u0008\u0008', 'onnx'],
    ['x', 'a\u0000b', 'other'],
    ['x', '', 'other'],
  ] as const)('takes %s with %j for %s', (path, text, role) => {
    expect(recogniseFile({ path, bytes: encoder.encode(text) })).toBe(role);
  });
});
