import { describe, expect, it } from 'vitest';
import { makeSelfTestVector } from '../../../../src/core/model-pack/self-test';
import { selectFeatures } from '../../../../src/core/model-pack/select-features';
import type { ModelManifest } from '../../../../src/core/model-pack/types';
import { checkGraphFile, parseManifest } from '../../../../src/core/model-pack/verify';
import { parseModelIndex } from '../../../../src/core/model-pack/model-index';
import { tinyPackFiles } from '../../../builders/tiny-pack';
import { inEnglish } from '../../../../src/words/in-words';

const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const tiny = JSON.parse(
  new TextDecoder().decode((await tinyPackFiles()).manifest),
) as ModelManifest;

function refusal(changes: object): string {
  const parsed = parseManifest(encode({ ...tiny, ...changes }));
  return parsed.ok ? 'accepted' : `${parsed.error.kind}: ${inEnglish(parsed.error.message)}`;
}

describe('parseManifest', () => {
  it('returns a manifest unchanged', () => {
    expect(parseManifest(encode(tiny))).toEqual({ ok: true, value: tiny });
  });

  it('refuses a file that is not JSON', () => {
    const parsed = parseManifest(new Uint8Array([0x7b, 0xff]));
    expect(parsed.ok ? null : parsed.error.kind).toBe('model-manifest-json');
  });

  it.each([
    ['a field that is missing', { title: undefined }, 'title'],
    ['a field that is unknown', { colour: 'red' }, 'colour'],
    ['another format', { format: 'ktyper-model-pack/3' }, 'format'],
    ['a graph outside its folder', { graph: { ...tiny.graph, file: '../x.onnx' } }, 'graph.file'],
    [
      'a probability above 1',
      { thresholds: { ...tiny.thresholds, species: 2 } },
      'thresholds.species',
    ],
    [
      'a link that is no https',
      { citation: [{ text: '', url: 'javascript:x' }] },
      'citation.0.url',
    ],
  ])('names the field of %s', (_, changes, field) => {
    expect(refusal(changes)).toMatch(/^model-manifest-shape/);
    expect(refusal(changes)).toContain(` at ${field}:`);
  });

  it.each([
    [{ bins: { first: 1950, width: 1, count: 19_000 } }, 'makes no 19000 bins'],
    [{ features: [4000.5, 6000] }, 'feature 4000.5 is the left edge of no bin'],
    [{ features: [4000, 4000] }, 'a feature stands twice'],
    [{ taxa: tiny.taxa.map((taxon) => ({ ...taxon, id: 'same' })) }, 'id same stands for two'],
    [{ taxa: tiny.taxa.map((taxon) => ({ ...taxon, outgroup: true })) }, 'only outgroups'],
    [{ groups: [group(['genus-alpha', 'genus-gamma'])] }, 'names the taxon genus-gamma'],
    [{ selfTest: { ...tiny.selfTest, probabilities: [1] } }, '1 probabilities for 2 taxa'],
    [{ thresholds: { ...tiny.thresholds, high: 0.5 } }, 'high confidence is below'],
    [{ thresholds: { ...tiny.thresholds, moderate: 0.95 } }, 'below that for moderate'],
    [{ kind: 'markers', features: null }, 'a marker model needs'],
  ])('refuses a manifest that contradicts itself: %j', (changes, sentence) => {
    expect(refusal(changes)).toMatch(/^model-inconsistent/);
    expect(refusal(changes)).toContain(sentence);
  });
});

describe('checkGraphFile', () => {
  const { bytes, sha256 } = tiny.graph;

  it('accepts the file that the manifest names, and no other', () => {
    expect(checkGraphFile(tiny, { bytes, sha256 })).toBeNull();
    expect(checkGraphFile(tiny, { bytes: bytes + 1, sha256 })?.kind).toBe('model-graph-size');
    expect(checkGraphFile(tiny, { bytes, sha256: '0'.repeat(64) })?.kind).toBe(
      'model-graph-checksum',
    );
  });
});

describe('makeSelfTestVector', () => {
  it('is the same for the same seed, and different for another', () => {
    const all = { ...tiny, features: null };
    const vector = makeSelfTestVector(all);
    expect(vector).toEqual(makeSelfTestVector(all));
    expect(vector).not.toEqual(makeSelfTestVector({ ...all, selfTest: { seed: 2 } }));
    expect(vector).toHaveLength(19_049);
    expect(vector.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 4);
  });

  it('has the bins that the model takes, in its order', () => {
    const all = makeSelfTestVector({ ...tiny, features: null });
    const some = makeSelfTestVector({ ...tiny, features: [6000, 1950] });
    expect([...some]).toEqual([all[6000 - 1950], all[0]]);
  });

  it('shows the markers of one taxon', () => {
    const markers = {
      loci: ['L1'],
      ions: [
        { locus: 'L1', mass: 5000, charge: 1, expectedMz: 5000.5 },
        { locus: 'L1', mass: 5014, charge: 1, expectedMz: 5014.5 },
      ],
      alleles: [[[{ mass: 5014, fraction: 1 }]], [[{ mass: 5000, fraction: 1 }]]],
    } as const;
    const vector = makeSelfTestVector({ ...tiny, features: null, markers, selfTest: { seed: 2 } });
    expect(vector.indexOf(Math.max(...vector)) + 1950).toBe(5014);
  });
});

describe('selectFeatures', () => {
  const vector = Float64Array.from({ length: 19_049 }, (_, b) => b);

  it('writes into one row and nowhere else', () => {
    const out = new Float32Array(6).fill(-1);
    selectFeatures(vector, { bins: tiny.bins, features: [1952, 1950] }, out, 2);
    expect([...out]).toEqual([-1, -1, 2, 0, -1, -1]);
  });

  it('throws an error for a vector of other bins', () => {
    expect(() => selectFeatures(vector.slice(1), tiny, new Float32Array(2), 0)).toThrow(RangeError);
  });
});

describe('parseModelIndex', () => {
  const index = {
    format: 'ktyper-models/1',
    default: 'a',
    models: [{ id: 'a', version: '1.0.0', path: 'a/1.0.0' }],
  };

  it('accepts an index, and refuses one whose default or paths do not exist', () => {
    expect(parseModelIndex(encode(index))).toEqual({ ok: true, value: index });
    expect(parseModelIndex(encode({ ...index, default: 'b' })).ok).toBe(false);
    const models = [{ ...index.models[0], path: '../a' }];
    expect(parseModelIndex(encode({ ...index, models })).ok).toBe(false);
    expect(parseModelIndex(new Uint8Array(3)).ok).toBe(false);
  });
});

function group(members: readonly string[]) {
  return { id: 'g', name: 'G', shortName: 'G', unresolvedLabel: 'G, not resolved', members };
}
