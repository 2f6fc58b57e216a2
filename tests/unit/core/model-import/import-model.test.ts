import { describe, expect, it } from 'vitest';
import { describeTaxa, slugify } from '../../../../src/core/model-import/describe-taxa';
import { importModel } from '../../../../src/core/model-import/import-model';
import type { ImportOptions } from '../../../../src/core/model-import/imported-graph';
import { nameClasses } from '../../../../src/core/model-import/name-classes';
import { resolveFeatures } from '../../../../src/core/model-import/resolve-features';
import { FEATURE_EDGES, FEATURE_FORMS } from '../../../builders/feature-forms';
import { parseManifest } from '../../../../src/core/model-pack/verify';
import { ONE_DALTON_BINS, TEN_DALTON_BINS } from '../../../../src/core/preprocess/bin';
import { numbers, texts } from '../../../builders/numpy';
import { writePickle } from '../../../builders/pickle';
import { forest, oneVsRest, type SklearnStyle } from '../../../builders/sklearn';
import { inEnglish } from '../../../../src/words/in-words';
import { spoken } from '../../../builders/spoken';

const text = (content: string): Uint8Array => new TextEncoder().encode(content);

describe('a features list', () => {
  const resolve = (
    list: string | Uint8Array | null,
    columns: number | null,
    width: number | null = null,
  ) => {
    const bytes = typeof list === 'string' ? text(list) : list;
    const resolved = resolveFeatures(bytes, columns, width);
    return resolved.ok ? resolved.value : inEnglish(resolved.error.message);
  };
  const all = (bins: typeof ONE_DALTON_BINS) =>
    Array.from({ length: bins.count }, (_, i) => bins.first + i * bins.width).join('\n');

  it('names bins by their left edges, in any order and with any line ends', () => {
    expect(resolve('3001\r\n2000\r\n\r\n 2001 \n', 3)).toEqual({
      bins: ONE_DALTON_BINS,
      edges: [3001, 2000, 2001],
      columns: 3,
      notes: [],
    });
    expect(resolve('\ufeff2000.0\n3009.00', 2)).toMatchObject({ edges: [2000, 3009] });
  });

  it('asks for the width of its bins if the edges leave doubt', () => {
    expect(resolve('2000\n2010\n3000\n20980', 4)).toBe(
      'The features list does not say how wide its bins are, and its edges fit bins of 10, 5, 2 or 1 Da.',
    );
    expect(resolve('2000\n2010\n3000\n20980', 4, 1)).toMatchObject({ bins: ONE_DALTON_BINS });
    expect(resolve('2000\n2010\n3000', 3, 10)).toMatchObject({ bins: TEN_DALTON_BINS });
    expect(resolve('2000\n2011\n3000', 3, 10)).toContain('2011');
    expect(resolve('2000', 1)).toContain('how wide');
  });

  it.each([1, 2, 3, 4, 5, 7, 8, 10, 12, 15, 16, 20, 25, 30, 40, 1.5, 2.5, 12.5])(
    'of bins of %d Da gives their width by the edges, for all bins or some',
    (width) => {
      const count = Math.floor(18_000 / width);
      const edges = Array.from({ length: count }, (_, i) => 2000 + i * width);
      const some = edges.filter((_, i) => (i * i + i) % 11 === 2).reverse();
      for (const list of [edges, some]) {
        const found = resolve(list.join('\n'), list.length);
        if (typeof found === 'string') throw new Error(found);
        expect(found.bins.width).toBe(width);
        const left = found.edges ?? edges;
        expect(left).toEqual(list);
        for (const edge of left) {
          expect(Number.isInteger((edge - found.bins.first) / found.bins.width)).toBe(true);
        }
        expect(found.notes.map(inEnglish).join(' ')).toContain(
          width === 1 ? '' : `bins of ${width} Da`,
        );
      }
    },
  );

  it('of bins that are too wide is refused', () => {
    const wide = Array.from({ length: 100 }, (_, i) => 2000 + 50 * i).join('\n');
    expect(resolve(wide, 100)).toContain('edges fit bins of 25, 10, 5, 2 or 1 Da');
    expect(resolve(wide, 100, 50)).toContain('no bin of 50 Da');
  });

  it('of the middles of bins, which end in .5, is understood, and this is reported', () => {
    expect(resolve('4365.5\n5380.5\n6256.5', 3)).toEqual({
      bins: ONE_DALTON_BINS,
      edges: [4365, 5380, 6256],
      columns: 3,
      notes: [
        'All numbers of the features list end in .5, so they are taken for the middles of bins: 4365.5 for the bin from 4365 to 4366. Give whole numbers for left edges.',
      ],
    });
  });

  it('of blanks and quotes is refused quickly, in a sentence', () => {
    for (const noise of [' ', '"', "'", '\t', ' \n']) {
      const long = `1,${noise.repeat(200_000)}x${noise.repeat(200_000)}`;
      for (const list of [long, `[${long}]`, `c(4365,${long})`]) {
        const resolved = resolveFeatures(text(list), null, null);
        expect(spoken(!resolved.ok && resolved.error.message)).toMatch(
          /^The features list|^Line \d+ of the/,
        );
      }
    }
    // The lists have more lines and columns than a function call can take arguments.
    for (const list of ['4365\n'.repeat(200_000), '4365,'.repeat(200_000)]) {
      const resolved = resolveFeatures(text(list), null, null);
      expect(spoken(!resolved.ok && resolved.error.message)).toContain('has 4365 twice');
    }
    const empty = resolveFeatures(text('4365,,5380\n'), null, null);
    expect(spoken(!empty.ok && empty.error.message)).toBe(
      'Line 1 of the features list has a cell without a left edge.',
    );
  });

  it.each(FEATURE_FORMS)('in the form %j is read', (list) => {
    expect(resolve(list, 5)).toMatchObject({ bins: ONE_DALTON_BINS, edges: FEATURE_EDGES });
  });

  it('in UTF-16 is read', () => {
    const wide = (mark: string) =>
      new Uint8Array(Buffer.from(`${mark}${FEATURE_EDGES.join('\r\n')}\r\n`, 'utf16le'));
    expect(resolve(wide('\ufeff'), 5)).toMatchObject({ edges: FEATURE_EDGES });
    expect(resolve(wide(''), 5)).toMatchObject({ edges: FEATURE_EDGES });
  });

  it('that names both edges of its bins gives their width', () => {
    const list = '4360-4380\n5380-5400';
    expect(resolve(list, 2)).toMatchObject({ bins: { width: 20 }, edges: [4360, 5380] });
    expect(resolve(list, 2, 10)).toContain('bins of 20 Da, not of 10');
    expect(resolve('4360-4380\n5380-5390', 2)).toContain('different widths');
  });

  it('of all bins is equivalent to no list', () => {
    for (const bins of [ONE_DALTON_BINS, TEN_DALTON_BINS]) {
      const whole = { bins, edges: null, columns: bins.count, notes: [] };
      expect(resolve(all(bins), bins.count)).toMatchObject({ ...whole, notes: {} });
      expect(resolve(null, bins.count)).toEqual(whole);
    }
    const backwards = all(TEN_DALTON_BINS).split('\n').reverse();
    expect(resolve(backwards.join('\n'), 1904)).toMatchObject({ edges: backwards.map(Number) });
  });

  it('is limited in size', () => {
    expect(resolve('2000\n'.repeat(300_000), null)).toContain('too many');
  });

  it.each([
    ['', 0, 'is empty'],
    ['2000\nx\n', 2, 'Line 2'],
    ['2000\n2000.5\n', 2, 'no bins of one width'],
    ['2000.13\n3024.9\n', 2, 'no bins of one width'],
    ['[2000. 2001. 2002. ... 20997. 20998.]', 5, 'was shortened'],
    ['a,b\n2000,3000\n2001,3100\n2002,3300', 3, 'several columns', 1],
    ['{"2000": 0.5, "2001": 0.5}', 2, 'not a plain list'],
    ['0\n1\n2\n', 3, 'Line 1'],
    ['2000\nmz_2001\n', 2, 'Line 2'],
    ['2000\n-1\n', 2, 'Line 2'],
    ['1\t2000\n', 2, 'Line 1'],
    ['2000\n2001\n', 3, 'has 2 features, but the model takes 3'],
    ['2000\n2000\n', 2, '2000 twice'],
    ['1949\n2000\n', 2, '1949', 1],
    ['20999\n2000\n', 2, '20999', 1],
    ['2000\n2001\n1949\n', 3, '1949'],
    [null, 600, 'takes 600 features'],
    [null, null, 'takes some features'],
    [null, 19_049, 'only a list', 10],
  ] as const)(
    '%j for %j columns is refused',
    (list, columns, words, width: number | null = null) => {
      expect(resolve(list, columns, width)).toContain(words);
    },
  );
});

describe('names of classes', () => {
  const named = (labels: string[] | null, list: string | null, count: number | null = null) => {
    const names = nameClasses(labels, list === null ? null : text(list), count);
    return names.ok ? names.value : names.error.message;
  };

  it('are the labels, the lines, or the names that the lines give for the labels', () => {
    expect(named(['a', 'b'], null)).toEqual(['a', 'b']);
    expect(named(['0', '1'], 'Klebsiella a\nKlebsiella b\n')).toEqual([
      'Klebsiella a',
      'Klebsiella b',
    ]);
    expect(named(['0', '1'], '1\tb\r\n0\ta\r\n')).toEqual(['a', 'b']);
    expect(named(null, 'a\nb\n', 2)).toEqual(['a', 'b']);
    expect(named(null, 'a\nb\n')).toEqual(['a', 'b']);
    expect(named(['', ' '], null)).toEqual(['class 1', 'class 2']);
  });

  it('are limited in number', () => {
    expect(spoken(named(null, 'a\n'.repeat(1001)))).toContain('1,001 classes');
  });

  it.each([
    [['0', '1'], 'a\n', null, '1 names were given'],
    [null, 'a\n', 3, '1 names were given'],
    [null, null, 3, 'does not say'],
    [null, '0\ta\n', null, 'none can be renamed'],
    [['0', '1'], '0\ta\n', null, 'no line for 1'],
    [['0'], '0\ta\n7\tb\n', null, '7'],
    [['0', '1'], 'a\na\n', null, 'Two classes are called a'],
    [['0', '1'], '\n', null, 'is empty'],
  ])('%j with %j is refused', (labels, list, count, words) => {
    expect(spoken(named(labels, list, count))).toContain(words);
  });
});

describe('taxa', () => {
  it('get ids from their names, and short names if a genus is shared', () => {
    const taxa = describeTaxa([
      'Klebsiella oxytoca group',
      'Klebsiella pneumoniae',
      'No spectrum',
      'Raoultella planticola',
      '0',
      'Ü',
      'ü',
      'No Spectrum!',
    ]);
    expect(taxa.map(({ id }) => id)).toEqual([
      'klebsiella-oxytoca-group',
      'klebsiella-pneumoniae',
      'no-spectrum',
      'raoultella-planticola',
      '0',
      'u',
      'u-2',
      'no-spectrum-2',
    ]);
    expect(taxa.map(({ shortName }) => shortName)).toEqual([
      'K. oxytoca group',
      'K. pneumoniae',
      'No spectrum',
      'Raoultella planticola',
      '0',
      'Ü',
      'ü',
      'No Spectrum!',
    ]);
    expect(taxa.map(({ color }) => color)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('have ids of characters that every file system allows', () => {
    expect(slugify('  Żółw & Çó. 3 ')).toBe('zo-w-co-3');
    expect(slugify('ΚΛ')).toBe('');
    expect(slugify('x'.repeat(100))).toHaveLength(56);
  });
});

describe('a pack', () => {
  const style: SklearnStyle = { protocol: 4, numpy2: false, version: '1.2.1', isFrom1_3: false };
  const tree = {
    features: 2,
    classes: 2,
    nodes: [
      { feature: 1, threshold: 0.001, left: 1, right: 2 },
      { counts: [3, 1] },
      { counts: [0, 1] },
    ],
  };
  const classes = texts(['Klebsiella a', 'Klebsiella b'], style);
  const model = writePickle(forest([tree], style, classes), 4);
  const features = text('2000\n3009\n');

  function draft(options: ImportOptions = {}, bytes = model) {
    const result = importModel({ model: bytes, features, classes: null }, options);
    if (!result.ok) throw new Error(inEnglish(result.error.message));
    return result.value;
  }

  it('has a manifest that passes the checks once its checksum and its answer are added', () => {
    const { manifest } = draft({ fileName: 'our model.bin' }).draft;
    const whole = {
      ...manifest,
      graph: { ...manifest.graph, sha256: '0'.repeat(64) },
      selfTest: { ...manifest.selfTest, probabilities: [0.5, 0.5] },
    };
    const parsed = parseManifest(text(JSON.stringify(whole)));
    expect(parsed.ok ? parsed.value : parsed.error).toEqual(whole);
    expect(manifest).toMatchObject({
      id: 'our-model',
      title: 'our model',
      version: '1.0.0',
      kind: 'classifier',
      features: [2000, 3009],
      graph: { file: 'model.onnx', input: 'spectra', outputs: { probabilities: 'probabilities' } },
      thresholds: { species: 0, high: 0.9, markers: null },
    });
    expect(manifest.summary).toContain(
      'RandomForestClassifier, scikit-learn 1.2.1, 1 tree with 3 nodes',
    );
  });

  it('has the name and the threshold that the user chose', () => {
    const options = { title: 'Our model', id: 'ours', version: '2.1.0', namedFrom: 0.95 };
    expect(draft(options).draft.manifest).toMatchObject({
      id: 'ours',
      title: 'Our model',
      version: '2.1.0',
      thresholds: { species: 0.95, high: 0.95 },
    });
  });

  it.each<ImportOptions>([
    { id: 'Ours' },
    { id: '../x' },
    { id: '' },
    { version: '1' },
    { title: ' ' },
    { title: 'x'.repeat(121) },
    { namedFrom: 2 },
    { namedFrom: NaN },
  ])('is refused with %j', (options) => {
    const result = importModel({ model, features, classes: null }, options);
    expect(result.ok ? null : result.error.kind).toBe('import-option');
  });

  it('states that probabilities of several labels need not sum to 1', () => {
    const part = forest([tree], style, numbers('i8', [0, 1], style));
    const limits = (targets: 'binary' | 'multilabel-indicator') =>
      draft({}, writePickle(oneVsRest([part, part], style, classes, targets), 4)).draft.manifest
        .limits;
    expect(limits('multilabel-indicator').join(' ')).toContain('need not sum to 1');
    expect(limits('binary').join(' ')).not.toContain('need not sum to 1');
  });

  it('of the same files has the same bytes', () => {
    expect(draft().draft.graph).toEqual(draft().draft.graph);
  });
});
