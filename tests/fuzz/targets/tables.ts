import { readParameters } from '../../../models/ribosomal-klebsiella/read-facts';
import { importMarkers } from '../../../src/core/marker-model/import-markers';
import { parseMarkerTable } from '../../../src/core/marker-model/parse-marker-table';
import { recogniseFile } from '../../../src/core/model-import/recognise-file';
import { decodeOnnx } from '../../../src/core/onnx/decode';
import { writeTemplate } from '../../../src/core/sample-sheet/write-template';
import { parseSampleSheet } from '../../../src/core/sample-sheet/parse-sample-sheet';
import { readSheet } from '../../../src/io/read-sheet';
import { writeWorkbook } from '../../builders/workbook';
import { parseWatchTable } from '../../../src/core/watch/parse-watch-table';
import { checkNumbers, checkProblem, checkResult, checkText, invariant } from '../check';
import { textMutators } from '../mutate/text';
import { workbookMutators } from '../mutate/workbook';
import { groupSpectra } from '../../builders/group-spectra';
import { bytesOf, type Target } from '../target';
import { inEnglish } from '../../../src/words/in-words';

const spectra = ['u1', 'u2', 'u3'].map((uid, i) => ({
  name: `Müller ${i}`,
  spot: `A${i + 1}`,
  path: `RUN/x${i}/0_A${i + 1}/1/1SLin/fid`,
  names: {
    uid,
    sampleName: 'RUN',
    fullName: `RUN.A${i}`,
    semiUniqueName: `RUN.A${i}.0_A${i}`,
    uniqueName: `RUN.A${i}.0_A${i}.${uid}`,
  },
}));

export const sampleSheet: Target = {
  name: 'sample-sheet',
  seeds: () =>
    [
      'spectrum_id\tsample_id\nu1\tS1\nu2\tS1\nRUN.A2\tS2\n',
      '\ufeffsample_id,spectrum_id,note\r\n"S, 1",u1,"two\r\nlines"\r\n"S ""2""",u2,\r\n',
      'Spectrum_ID;x;Sample_ID\ru1;;S1\ru1;;S2\r;;S3\r',
    ].map(bytesOf),
  mutators: textMutators(['spectrum_id', 'sample_id', 'u1', 'u2', 'RUN.A1', '"', '""', '\t', ';']),
  run(input) {
    const sheet = parseSampleSheet(input, 'sample_sheet.tsv');
    if (!sheet.ok) return [checkProblem(sheet.error)];
    const { rows, warnings } = sheet.value;
    invariant(warnings.length <= 101, 'more warnings than anybody reads');
    invariant(
      new Set(rows.map((row) => row.spectrumId)).size === rows.length,
      'a row stands twice',
    );
    const { groups, report, problems } = groupSpectra(sheet.value, spectra);
    const members = groups.flatMap((group) => group.members).sort();
    invariant(String(members) === '0,1,2', `the spectra are in groups as ${String(members)}`);
    invariant(report.matched + report.unmatched.length === report.rows, 'rows were lost');
    // Of a name that cannot be told from another's the template says the path.
    for (const line of writeTemplate(spectra)) checkText(line, 2000, 'a line of the template');
    return ['ok', ...new Set([...warnings, ...problems].map(checkProblem))];
  },
};

const SHEET = 'Spectrum ID\tSample ID\r\nA7\tMüller 7\r\na08\tMüller 7\r\n{U1}\tKüste\r\n';
const SHEET_WORDS = ['spectrum_id', 'Sample ID', 'A7', 'sep=;', '\t', ';', '"', '\u00a0'];

/** An Excel workbook, and whatever else a sheet may come in. */
export const sheetFile: Target = {
  name: 'sheet-file',
  share: 0.5,
  seeds: () => [
    writeWorkbook({ sheets: [[['Plate 7'], ['spectrum_id', 'sample_id'], ['u1', 'S1']]] }),
    writeWorkbook({
      sheets: [
        [['x']],
        [
          ['Sample ID', 'Spectrum ID'],
          [{ number: 17 }, { inline: 'A1' }],
        ],
      ],
      formats: ['dd/mm', '000'],
    }),
    // As Excel saves "Unicode text", with and without its mark, and as a Mac and Windows save other text.
    ...['\ufeff', ''].map((mark) => new Uint8Array(Buffer.from(mark + SHEET, 'utf16le'))),
    new Uint8Array(Buffer.from(`\ufeff${SHEET}`, 'utf16le').swap16()),
    new Uint8Array(Buffer.from(SHEET.replaceAll('ü', '\u009f'), 'latin1')),
    new Uint8Array(Buffer.from(SHEET.replaceAll('\t', ';'), 'latin1')),
    bytesOf(`sep=;\r\nPlate 7;\r\n${SHEET.replaceAll('\t', ';')}`),
  ],
  mutators: [...workbookMutators(SHEET_WORDS), ...textMutators(SHEET_WORDS)],
  async run(input) {
    const sheet = await readSheet(input, 'sheet.xlsx');
    if (!sheet.ok) return [checkProblem(sheet.error)];
    const { rows, warnings } = sheet.value;
    invariant(
      new Set(rows.map((row) => row.spectrumId)).size === rows.length,
      'a row stands twice',
    );
    for (const row of rows) checkText(row.sampleId, 300, 'a sample');
    return ['ok', ...new Set(warnings.map(checkProblem))];
  },
};

const MARKER_TABLES = [
  'taxon,locus,mass,fraction,genomes\nA,L1,5000.5,0.9,10\nA,L1,5014.5,0.1,10\nB,L1,5100,1,7\n',
  'taxon\tlocus\tmass\tgenomes\nA\tL1\t4365.3\t12\nA\tL1\t4379.3\t1\nB\tL2\t9000\t5\n',
  'mass;locus;taxon\n6000;S22;"K. one; two"\n6014;S22;B\n',
];
const MARKER_WORDS = ['taxon', 'locus', 'mass', 'fraction', 'genomes', 'A', 'L1', '0.5', '7000'];

export const markerTable: Target = {
  name: 'marker-table',
  seeds: () => MARKER_TABLES.map(bytesOf),
  mutators: textMutators(MARKER_WORDS),
  run(input) {
    const table = parseMarkerTable(input, 'markers.csv');
    if (!table.ok) return [checkResult(table)];
    const { rows } = table.value;
    invariant(rows.length > 0, 'a table without rows');
    checkNumbers(
      rows.map((row) => row.mass ?? NaN),
      1000,
      42_000,
      'the masses',
    );
    checkNumbers(
      rows.map((row) => row.fraction),
      Number.MIN_VALUE,
      1.02,
      'the fractions',
    );
    checkNumbers(
      rows.map((row) => row.genomes),
      Number.MIN_VALUE,
      1e12,
      'the genomes',
    );
    for (const { taxon, locus } of rows) {
      checkText(taxon, 200, 'a taxon');
      checkText(locus, 200, 'a locus');
    }
    return ['ok'];
  },
};

export const watchTable: Target = {
  name: 'watch-table',
  seeds: () =>
    [
      'name,mz,charge,tolerance_ppm,note\nblaKPC p019,11109,1,500,"of p019, or so"\nB 2+,5555.5,2,,\n',
      '\ufeffName;M/Z;tolerance_da;gene\r\n"A; one";11109,6;5,5;rpmC\r\nB;7244,5;;\r\n',
      'mass\tname\tcharge\n11109\tA\t2+\n9000.25\tB\t\n',
      'name,mz\nA,11109,6\nA,1e4\n,0x2000\nB,NaN\n',
    ].map(bytesOf),
  mutators: textMutators([
    'name',
    'mz',
    'mass',
    'charge',
    'tolerance_da',
    'A',
    '11109,6',
    '2000',
    '"',
  ]),
  run(input) {
    const role = recogniseFile({ path: 'peaks.csv', bytes: input });
    const table = parseWatchTable(input, 'peaks.csv');
    if (!table.ok) return [role, checkProblem(table.error)];
    const { peaks, notes } = table.value;
    invariant(peaks.length > 0 && peaks.length <= 200, `${peaks.length} peaks`);
    checkNumbers(
      peaks.map(({ mz }) => mz),
      2_000,
      20_000,
      'the m/z',
    );
    checkNumbers(
      peaks.map(({ tolerancePpm }) => tolerancePpm),
      50,
      3_000,
      'the tolerances',
    );
    const names = peaks.map(({ name }) => name.toLowerCase());
    invariant(new Set(names).size === names.length, 'two peaks of one name');
    for (const { name, note } of peaks) {
      invariant(/^\P{C}+$/u.test(name), 'a name that cannot be printed');
      checkText(name, 80, 'a name');
      checkText(note, 300, 'a note');
    }
    for (const note of notes.map(inEnglish)) checkText(note, 500, 'a sentence on what is not used');
    return [role, 'ok'];
  },
};

/** A table on to the graph of its model, after what it was told for by its content. */
export const markerImport: Target = {
  name: 'marker-import',
  seeds: () =>
    [
      ...MARKER_TABLES,
      'taxon,locus,mass\nA,L1,5000\nA,L2,6000\nA,L3,7000\nB,L1,5100\nB,L2,6000\nB,L3,7100\n',
      'taxon,locus,mass\nA,L1,5000\nA,L2,6000\nB,L1,5000\nB,L2,6000\nC,L1,5050\nC,L2,6100\n',
    ].map(bytesOf),
  mutators: textMutators(MARKER_WORDS),
  run(input) {
    const role = recogniseFile({ path: 'markers.csv', bytes: input });
    const imported = importMarkers(input, readParameters(), { fileName: 'markers.csv' });
    if (!imported.ok) return [role, checkProblem(imported.error)];
    const { draft, notes, unresolved } = imported.value;
    for (const sentence of [...notes, ...unresolved].map(inEnglish))
      checkText(sentence, 10_000, 'a note');
    const { taxa } = draft.manifest;
    invariant(taxa.length > 1, 'a model of one taxon');
    invariant(new Set(taxa.map(({ id }) => id)).size === taxa.length, 'two taxa with one id');
    checkResult(decodeOnnx(draft.graph));
    return [role, 'ok'];
  },
};
