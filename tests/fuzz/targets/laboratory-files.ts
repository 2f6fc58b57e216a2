import { readFileSync } from 'node:fs';
import { deflateSync, gunzipSync, gzipSync, inflateSync } from 'node:zlib';
import { readParameters } from '../../../models/ribosomal-klebsiella/read-facts';
import { importMarkers } from '../../../src/core/marker-model/import-markers';
import { markerHeadingOf } from '../../../src/core/marker-model/marker-columns';
import { importModel } from '../../../src/core/model-import/import-model';
import { readFeatureList } from '../../../src/core/model-import/read-feature-list';
import { recogniseFile } from '../../../src/core/model-import/recognise-file';
import { resolveFeatures, widthChoice } from '../../../src/core/model-import/resolve-features';
import { decodeOnnx } from '../../../src/core/onnx/decode';
import { tableText } from '../../../src/io/table-text';
import { unpackModel } from '../../../src/io/unpack-model';
import { FEATURE_FORMS } from '../../builders/feature-forms';
import { writeWorkbook } from '../../builders/workbook';
import { checkProblem, checkResult, checkText, invariant } from '../check';
import { pickleMutators } from '../mutate/pickle';
import { textMutators } from '../mutate/text';
import { workbookMutators } from '../mutate/workbook';
import { oneOf } from '../parts';
import { type Bytes, bytesOf, type Mutator, type Target } from '../target';
import { inEnglish } from '../../../src/words/in-words';

/** Models of each kind, as scikit-learn and joblib themselves wrote them. */
interface Fixture {
  readonly edges: readonly number[];
  readonly models: readonly { readonly how: string; readonly file: string }[];
}

const FIXTURE = new URL('../../fixtures/sklearn/1.9.1.json.gz', import.meta.url);
/** Larger models cost time and reach no other code. */
const MOST_SEED = 24_000;
/** Bytes of a model at most when it is inflated. */
const MOST_MODEL = 2 ** 22;

function readFixture(): Fixture {
  return JSON.parse(gunzipSync(readFileSync(FIXTURE)).toString()) as Fixture;
}

/** Changes what is inside a compressed model, and compresses it again. */
function insideMutators(mutators: readonly Mutator[]): readonly Mutator[] {
  return mutators.map((mutate): Mutator => (input, random, another) => {
    const packed = unpacked(input);
    if (packed === null) return mutate(input, random, another);
    const changed = mutate(packed.inside, random, () => unpacked(another())?.inside ?? another());
    return Uint8Array.from(packed.pack(changed));
  });
}

function unpacked(input: Bytes) {
  const options = { maxOutputLength: MOST_MODEL };
  try {
    if (input[0] === 0x1f) {
      const pack = (bytes: Bytes) => gzipSync(bytes, { level: 1 });
      return { inside: Uint8Array.from(gunzipSync(input, options)), pack };
    }
    if (input[0] !== 0x78) return null;
    const pack = (bytes: Bytes) => deflateSync(bytes, { level: 1 });
    return { inside: Uint8Array.from(inflateSync(input, options)), pack };
  } catch {
    return null;
  }
}

/** A model as pickle and joblib write it, plain or compressed, of every kind of classifier. */
export const modelFile: Target = {
  name: 'model-file',
  share: 0.5,
  seeds() {
    const seeds = readFixture()
      .models.map(({ file }) => new Uint8Array(Buffer.from(file, 'hex')))
      .filter(({ length }) => length <= MOST_SEED);
    const [plain] = seeds as [Bytes];
    return [...seeds, Uint8Array.from(gzipSync(plain)), Uint8Array.from(deflateSync(plain))];
  },
  mutators: insideMutators([...pickleMutators, ...pickleMutators]),
  async run(input) {
    const bytes = await unpackModel(input, 'model.joblib', MOST_MODEL);
    if (!bytes.ok) return [checkProblem(bytes.error)];
    const role = recogniseFile({ path: 'model.joblib', bytes: bytes.value });
    const features = bytesOf(EDGES.join('\n'));
    const files = { model: bytes.value, features, classes: null };
    const imported = importModel(files, { fileName: 'model.joblib' });
    if (!imported.ok) return [role, checkProblem(imported.error)];
    const { draft, notes } = imported.value;
    for (const note of notes.map(inEnglish))
      invariant(/^\S.*\.$/s.test(note), `no sentence: ${note}`);
    for (const { id, name } of draft.manifest.taxa) {
      invariant(/^[a-z0-9][a-z0-9-]*$/.test(id), `a class with the id ${id}`);
      checkText(name, 200, 'the name of a class');
    }
    return [role, 'ok', `written: ${checkResult(decodeOnnx(draft.graph))}`];
  },
};

const EDGES = readFixture().edges;

const FEATURE_WORDS = [
  ...['mz_2000', '4365', '4365.5', '4366', '[', ']', '(', ')', ',', ';', '\t', '"', "'", 'array('],
  ...['np.float64(', 'c(', 'features', '...', 'sep=;', '{"0": ', '4,365', '2000-2010', '-1', '1e4'],
];

/** A features list in any form, on to the width of its bins. */
export const featureList: Target = {
  name: 'features-list',
  seeds: () => [
    ...FEATURE_FORMS.map(bytesOf),
    new Uint8Array(Buffer.from(`\ufeff${FEATURE_FORMS[0]!}`, 'utf16le')),
    bytesOf(Array.from({ length: 200 }, (_, i) => 2000 + 20 * i).join('\n')),
    bytesOf(Array.from({ length: 40 }, (_, i) => `${2000 + 7 * i}-${2007 + 7 * i}`).join('\n')),
    writeWorkbook({ sheets: [[['mz', 'importance'], ...[2000, 2010, 3000].map(cellsOf)]] }),
  ],
  mutators: [...textMutators(FEATURE_WORDS), oneOf(workbookMutators(FEATURE_WORDS))],
  async run(input) {
    const text = await tableText(input, () => false, 'features.xlsx');
    if (!text.ok) return [checkProblem(text.error)];
    const role = recogniseFile({ path: 'features.txt', bytes: text.value });
    const read = readFeatureList(text.value);
    if (!read.ok) checkText(inEnglish(read.error), 2_000, 'what is wrong with a list');
    else {
      for (const value of read.value.values) invariant(Number.isFinite(value), `an edge ${value}`);
      for (const note of read.value.notes.map(inEnglish))
        invariant(/^\S.*\.$/s.test(note), `no sentence: ${note}`);
    }
    const { told, possible } = widthChoice(text.value);
    invariant(told === null || possible.includes(told), `${told} is told and not possible`);
    const endings = [null, ...possible.slice(0, 1)].map((width) => {
      const resolved = resolveFeatures(text.value, null, width);
      if (!resolved.ok) return checkProblem(resolved.error);
      const { bins, edges, columns, notes } = resolved.value;
      for (const note of notes.map(inEnglish)) checkText(note, 2_000, 'a note');
      invariant(bins.width >= 1 && bins.width <= 40, `bins of ${bins.width} Da`);
      invariant(edges === null || edges.length === columns, `${edges?.length} of ${columns} edges`);
      invariant(edges === null || new Set(edges).size === columns, 'an edge twice');
      return 'ok';
    });
    return [role, ...new Set(endings)];
  },
};

function cellsOf(edge: number) {
  return [{ number: edge }, { number: 0.1 }];
}

const LABORATORY_TABLES = [
  'sep=;\nSpezies;Protein;Masse [Da];Häufigkeit (%)\nK. eins;S22;5193,9;100\nK. zwei;S22;5280,5;99,5\n',
  'Made by the LIMS\n\nOrganism\tGene\tMW (kDa)\tn\nA\tL1\t5.0005\t12\nB\tL1\t5.1005\t7\nA\tL1\t5.0005\t12\n',
  '"taxon" "locus" "mass"\n"1" "A" "L1" 5000.5\n',
  '"","taxon","locus","mass","fraction"\n"1","A","L1",5000.5,0.9\n"2","B","L1",5100,NA\n',
];
const TABLE_WORDS = [
  ...['taxon', 'Spezies', 'locus', 'Protein', 'mass', 'MW (kDa)', 'Häufigkeit (%)', 'genomes'],
  ...['5193,9', '5.193,9', '5 193.9', '99,5%', 'NA', '#N/A', 'sep=;', '"', ';', '\t', '|'],
];

/** A table of marker masses as spreadsheets, LIMS and R write it, or a workbook, on to the graph of its model. */
export const markerFile: Target = {
  name: 'marker-file',
  share: 0.5,
  seeds: () => [
    writeWorkbook({
      sheets: [
        [['Notes']],
        [
          ['Our markers'],
          ['Species', 'Protein', 'Mass', 'Frequency'],
          ['A', 'L1', { number: 5000.5 }, { number: 0.9 }],
          ['B', 'L1', { number: 5100 }, { inline: '1' }],
        ],
      ],
      formats: ['0.00%'],
    }),
    ...LABORATORY_TABLES.map(bytesOf),
    new Uint8Array(Buffer.from(`\ufeff${LABORATORY_TABLES[0]!}`, 'utf16le')),
    new Uint8Array(Buffer.from(LABORATORY_TABLES[0]!, 'latin1')),
  ],
  mutators: [...workbookMutators(TABLE_WORDS), ...textMutators(TABLE_WORDS)],
  async run(input) {
    const text = await tableText(
      input,
      (rows) => markerHeadingOf(rows) === 'whole',
      'markers.xlsx',
    );
    if (!text.ok) return [checkProblem(text.error)];
    const role = recogniseFile({ path: 'markers.pkl', bytes: text.value });
    const imported = importMarkers(text.value, readParameters(), { fileName: 'markers.csv' });
    if (!imported.ok) return [role, checkProblem(imported.error)];
    const { draft, notes, unresolved } = imported.value;
    // A zero byte or the like makes it no text.
    const isText = !text.value.some((byte) => byte < 9 || (byte > 13 && byte < 32));
    invariant(role === 'markers' || !isText, `a table that makes a model is taken for ${role}`);
    for (const sentence of [...notes, ...unresolved].map(inEnglish))
      checkText(sentence, 10_000, 'a note');
    invariant(draft.manifest.taxa.length > 1, 'a model of one taxon');
    return [role, 'ok', `written: ${checkResult(decodeOnnx(draft.graph))}`];
  },
};
