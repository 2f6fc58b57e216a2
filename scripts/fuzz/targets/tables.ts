import { parseMarkerTable } from '../../../src/core/marker-model/parse-marker-table';
import { groupReplicates } from '../../../src/core/sample-sheet/group-replicates';
import { parseSampleSheet } from '../../../src/core/sample-sheet/parse-sample-sheet';
import { checkNumbers, checkProblem, checkResult, checkText, promise } from '../check';
import { textMutators } from '../mutate/text';
import { bytesOf, type Target } from '../target';

const spectra = ['u1', 'u2', 'u3'].map((uid, i) => ({
  uid,
  sampleName: 'RUN',
  fullName: `RUN.A${i}`,
  semiUniqueName: `RUN.A${i}.0_A${i}`,
  uniqueName: `RUN.A${i}.0_A${i}.${uid}`,
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
    promise(warnings.length <= 101, 'more warnings than anybody reads');
    promise(new Set(rows.map((row) => row.spectrumId)).size === rows.length, 'a row stands twice');
    const { groups, report } = groupReplicates(sheet.value, spectra);
    const members = groups.flatMap((group) => group.members).sort();
    promise(String(members) === '0,1,2', `the spectra are in groups as ${String(members)}`);
    promise(report.matched + report.unmatched.length === report.rows, 'rows were lost');
    return ['ok', ...new Set(warnings.map(checkProblem))];
  },
};

export const markerTable: Target = {
  name: 'marker-table',
  seeds: () =>
    [
      'taxon,locus,mass,fraction,genomes\nA,L1,5000.5,0.9,10\nA,L1,5014.5,0.1,10\nB,L1,5100,1,7\n',
      'taxon\tlocus\tmass\tgenomes\nA\tL1\t4365.3\t12\nA\tL1\t4379.3\t1\nB\tL2\t9000\t5\n',
      'mass;locus;taxon\n6000;S22;"K. one; two"\n6014;S22;B\n',
    ].map(bytesOf),
  mutators: textMutators([
    'taxon',
    'locus',
    'mass',
    'fraction',
    'genomes',
    'A',
    'L1',
    '0.5',
    '7000',
  ]),
  run(input) {
    const table = parseMarkerTable(input, 'markers.csv');
    if (!table.ok) return [checkResult(table)];
    const rows = table.value;
    promise(rows.length > 0, 'a table without rows');
    checkNumbers(
      rows.map((row) => row.mass),
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
