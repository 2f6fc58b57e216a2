import { describe, expect, it } from 'vitest';
import { QUALITY_LIMITS } from '../../../../src/core/quality/limits';
import { cellText } from '../../../../src/io/exports/cell-text';
import { csvLine, csvLines, exportCsv } from '../../../../src/io/exports/csv';
import { exportFileName } from '../../../../src/io/exports/file-name';
import { runNames } from '../../../../src/io/exports/run-names';
import { exportSheet } from '../../../../src/io/exports/sheet';
import { copiedRows, exportShort } from '../../../../src/io/exports/short-table';
import { exportSpectracl } from '../../../../src/io/exports/spectracl';
import { problem } from '../../../../src/core/problem';
import { resultTable } from '../../../../src/io/exports/table';
import { exportTsv, tsvLine } from '../../../../src/io/exports/tsv';
import { INTENDED_USE } from '../../../../src/io/exports/types';
import { namingManifest } from '../../../builders/naming-model';
import { COMMIT, call, sample, sampleJob, spectrum } from './sample-job';
import type { GuardVerdict } from '../../../../src/core/job/types';

function records(job = sampleJob) {
  const { columns, rows } = resultTable(job);
  return [...rows].map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i]])));
}

describe('resultTable', () => {
  it('has a row for each sample, and a row for each spectrum without a sample', () => {
    expect(records().map((row) => [row['sample'], row['spot'], row['status']])).toEqual([
      ['KPN0', 'A0', 'ok'],
      ['=isolate "1"', 'A1, A2', 'ok'],
      ['KPN3', 'A3', 'failed'],
      ['BTS', 'A4', 'skipped'],
      ['KPN5', 'A5', 'ok'],
    ]);
  });

  it('has all details of a call', () => {
    expect(records()[0]).toEqual({
      sample: 'KPN0',
      spot: 'A0',
      call: 'Genus alpha',
      counted_as: 'Genus alpha',
      phylogroup: null,
      also_fits: null,
      kind: 'species',
      confidence: 'high',
      probability: 0.9699999690055847,
      runner_up: 'Genus beta',
      runner_up_probability: 0.03,
      rule: 'species',
      reason: 'S22 was found.',
      status: 'ok',
      guard_pattern: null,
      guard_call: null,
      guard_reason: null,
      guard_model: null,
      spectra: 1,
      spectra_lost: 0,
      spectra_left_out: 0,
      replicates: null,
      replicates_disagreeing: null,
      markers_of: 'Genus alpha',
      markers_found: 'S22 10559.0',
      markers_missing: 'L31 7742.9',
      shift_ppm: -140.23,
      tilt_ppm_per_kda: null,
      sensitivity: null,
      peaks: 42,
      quality: 'warn',
      quality_warnings:
        'Saturated points: 3 (at most 0). The highest peaks are cut off at the ceiling of the digitiser. Measure with less laser power, or apply a thinner smear.',
      quality_failures: '',
      peaks_above_10kda: 4,
      largest_peak_mz: 11_874.25,
      signal_to_noise: 7.5,
      total_intensity: 1e7,
      noise: 0.75,
      saturated_points: 3,
      markers_found_part: 0.8,
      marker_signal_to_noise: 5.5,
      resolution: 830,
      residual_ppm: 40,
      quality_limits: QUALITY_LIMITS.version,
      warnings: '',
      what_to_do: 'Nothing needs to be done.',
      uids: 'uid-0',
      paths: 'RUN/0_A0/1/1SLin/fid',
      sha256: 'ab'.repeat(32),
      run: 'Plate 7',
      job: 'Plate 7',
      job_token: sampleJob.job.token,
      instrument: 'microflex',
      acquired: '2019-03-01T10:00:00',
      laser_shots: 240,
      calibration: 'ML1 5400000, ML2 417, ML3 -0.01, delay 19634, dwell 2',
      model: 'markers',
      model_version: '1.0.0',
      model_sha256: 'ab'.repeat(32),
      settings: `recipe spectracl-1; samples from sample sheet sample_sheet.tsv; threshold species 0.9; threshold high 0.95; threshold group 0.9; quality limits ${QUALITY_LIMITS.version}; guard none`,
      app_version: '1.2.3',
      app_commit: COMMIT,
      use: INTENDED_USE,
    });
  });

  it('has what a model of format 2 found, and the names that fit equally well', () => {
    const named = sample(0, {
      call: call({ taxon: 'genus-alpha' }),
      tiltPpmPerKda: -112.5,
      sensitivity: 0.6,
    });
    const refused = sample(1, {
      call: call({
        kind: 'none',
        taxon: null,
        rule: 'outgroup',
        label: 'No Genus pattern: closest to O. delta (3 of 4 loci)',
      }),
    });
    const model = { ...sampleJob.model, manifest: namingManifest };
    const [first, second] = records({ ...sampleJob, model, samples: [named, refused] });
    expect(first).toMatchObject({
      phylogroup: 'Kp1',
      also_fits: 'Genus africana | Genus antiqua',
      shift_ppm: -140.23,
      tilt_ppm_per_kda: -112.5,
      sensitivity: 0.6,
    });
    expect(second).toMatchObject({
      call: 'No Genus pattern: closest to O. delta (3 of 4 loci)',
      counted_as: 'No Genus pattern',
      phylogroup: null,
      also_fits: null,
    });
  });

  it('counts replicates that were used and that were lost, and names all of them', () => {
    expect(records()[1]).toMatchObject({
      spectra: 1,
      spectra_lost: 1,
      uids: 'uid-1 | uid-2',
      paths: 'RUN/0_A1/1/1SLin/fid | RUN/0_A2/1/1SLin/fid',
      warnings: 'One was lost.',
      replicates: '1 of 2 agree',
      replicates_disagreeing: 'A1: Genus alpha',
    });
  });

  it('counts replicates that were left out of the mean separately', () => {
    const [, replicates] = sampleJob.samples;
    const consensus = { ...replicates!.consensus!, others: { silent: [1] }, leftOut: [1] };
    const samples = [{ ...replicates!, consensus }];
    const [record] = records({ ...sampleJob, samples });
    expect(record).toMatchObject({ spectra: 0, spectra_left_out: 1, spectra_lost: 1 });
  });

  it('says why something failed or was left out, and what to do', () => {
    expect(records()[2]).toMatchObject({
      call: 'No spectrum',
      kind: 'none',
      probability: null,
      runner_up: null,
      reason: 'The fid has 7 bytes. Export it again.',
    });
    expect(records()[3]).toMatchObject({
      call: null,
      reason: 'A1 is a calibration spot. Nothing to do.',
    });
    expect(records()[4]).toMatchObject({
      reason: 'The same bytes as RUN/0_A0/1/1SLin/fid.',
      warnings: 'Clipped.',
    });
  });
});

describe('an acquisition without any signal', () => {
  it('is a failure, and says what to do', () => {
    const reason = problem('no-spectrum', 'No point is above zero.', 'Spot the isolate again.');
    const silent = call({ kind: 'none', taxon: null, label: 'No spectrum', rule: 'no-spectrum' });
    const [record] = records({
      ...sampleJob,
      samples: [sample(0, { call: { ...silent, reason: reason.message } })],
      spectra: [spectrum(0, { status: 'failed', reason })],
    });
    expect(record).toMatchObject({
      call: 'No spectrum',
      status: 'failed',
      spectra: 0,
      spectra_lost: 1,
      reason: 'No point is above zero. Spot the isolate again.',
    });
  });
});

describe('the shown samples', () => {
  const [first, second] = sampleJob.samples;
  const shown = { ...sampleJob, shown: [second!, first!] };

  it('are written in their order, without the others and without spectra that have no sample', () => {
    expect(records(shown).map((row) => row['sample'])).toEqual(['=isolate "1"', 'KPN0']);
    expect([...exportSpectracl(shown)].map((line) => line.split('\t')[0])).toEqual([
      'isolate-1',
      first!.originalName,
    ]);
    const sheet = [...exportSheet(shown)].join('');
    expect(sheet).toContain('RUN/0_A2/');
    expect(sheet).not.toContain('RUN/0_A3/');
  });
});

describe('the run of a spectrum', () => {
  const runs = (...paths: readonly string[]) => {
    const spectra = paths.map((path, index) => spectrum(index, { path }));
    return spectra.map(runNames({ ...sampleJob, spectra }));
  };

  it('is the run’s own title, or else the folder of its samples', () => {
    expect(runs('R/S1/0_A1/1/1SLin/fid', 'R/S2/0_A2/1/1SLin/fid')).toEqual(['Plate 7', 'Plate 7']);
    const job = { ...sampleJob.job, summary: null };
    const [own] = sampleJob.spectra;
    expect(runNames({ ...sampleJob, job })(own!)).toBe('RUN');
  });

  it('is the folder if several runs came in one drop', () => {
    expect(
      runs(
        'a/R1/S1/0_A1/1/1SLin/fid',
        'R2/S2/0_A1_1Lin/fid',
        'R3/S2/101/1/1Ref/fid',
        'alone.mzML#scan=1',
        'many/x.mzML',
      ),
    ).toEqual(['a/R1', 'R2', 'R3', '', 'many']);
  });
});

describe('the short table', () => {
  it('has what a laboratory writes down, for samples only', () => {
    const lines = [...exportShort(sampleJob)].join('').split('\r\n');
    expect(lines[0]).toBe(
      '\ufeffsample,spot,species,confidence,probability,what_to_do,run,acquired,use',
    );
    expect(lines[1]).toBe(
      `KPN0,A0,Genus alpha,high,0.97,Nothing needs to be done.,Plate 7,2019-03-01T10:00:00,${INTENDED_USE}`,
    );
    expect(lines).toHaveLength(1 + 3 + 1);
  });

  it('is copied with tabs, and without formulas', () => {
    const lines = [...copiedRows({ ...sampleJob, shown: [sampleJob.samples[1]!] })];
    expect(lines.map((line) => line.split('\t').slice(0, 2))).toEqual([
      ['sample', 'spot'],
      [`'=isolate "1"`, 'A1, A2'],
    ]);
  });
});

describe('the table of a guarded classifier', () => {
  const guard: GuardVerdict = {
    pattern: 'not-judged',
    model: 'markers 1.0.0',
    rule: 'poor-spectrum',
    label: 'Poor spectrum',
    reason: 'Only 3 peaks.',
  };

  it('has the guard’s finding beside the call, and beside a spectrum without a call', () => {
    const { columns, rows } = resultTable({
      ...sampleJob,
      samples: [sample(0, { guard })],
      spectra: [spectrum(0), spectrum(1, { guard: { ...guard, pattern: 'no' } })],
    });
    const from = columns.indexOf('guard_pattern');
    expect([...rows].map((row) => row.slice(from, from + 4))).toEqual([
      ['not judged', 'Poor spectrum', 'Only 3 peaks.', 'markers 1.0.0'],
      ['no', 'Poor spectrum', 'Only 3 peaks.', 'markers 1.0.0'],
    ]);
  });
});

describe('cellText', () => {
  it.each([
    [null, ''],
    ['text', 'text'],
    [0.9699999690055847, '0.97'],
    [0.99999999, '1'],
    [-140.23, '-140.23'],
    [21_424, '21424'],
    [0, '0'],
    [Number.NaN, ''],
    [Number.NEGATIVE_INFINITY, ''],
  ])('%s -> %s', (cell, text) => expect(cellText(cell)).toBe(text));
});

describe('exportTsv', () => {
  const lines = [...exportTsv(sampleJob)].join('').split('\n');

  it('has a header line and one line for each row, all with the same number of cells', () => {
    expect(lines.at(-1)).toBe('');
    expect(lines.length).toBe(1 + 5 + 1);
    const header = lines[0]!.split('\t');
    expect(header.slice(0, 3)).toEqual(['sample', 'spot', 'call']);
    for (const line of lines.slice(0, -1)) expect(line.split('\t').length).toBe(header.length);
  });

  it('states the intended use in each row', () => {
    for (const line of lines.slice(1, -1)) expect(line.endsWith(`\t${INTENDED_USE}`)).toBe(true);
  });

  it('does not change names, except for tabs, line breaks and formulas', () => {
    expect(lines[2]!.startsWith(`'=isolate "1"\tA1, A2\t`)).toBe(true);
    expect(tsvLine(['a\tb\r\nc', ' d ', "Île d'Yeu/α #1"])).toBe("a b c\t d \tÎle d'Yeu/α #1\n");
    // A reader would search the following lines for the end of the quotation.
    expect(tsvLine(['"a', 'b"', -140.23, null])).toBe(`'"a\tb"\t-140.23\t\n`);
  });

  it('is only a header for a job without rows', () => {
    expect([...exportTsv({ ...sampleJob, samples: [], spectra: [] })].length).toBe(1);
  });
});

describe('exportCsv', () => {
  it('begins with a byte-order mark and ends its lines with CR LF', () => {
    const text = [...exportCsv(sampleJob)].join('');
    expect(text.startsWith('\ufeffsample,spot,call,')).toBe(true);
    expect(text.split('\r\n').length).toBe(1 + 5 + 1);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it.each([
    [['plain', 'two words'], 'plain,two words'],
    [['a,b', 'say "hi"', 'two\nlines'], '"a,b","say ""hi""",two lines'],
    [[' edge ', ''], '" edge ",'],
    [['=1+1', '+1', '-1', '@x'], "'=1+1,'+1,'-1,'@x"],
    [['\tx', '\rx'], `' x,' x`],
    [['\u001b=1', '\n=1', '\u202e+1'], `'=1,' =1,'+1`],
    [['=HYPERLINK("x","y")'], `"'=HYPERLINK(""x"",""y"")"`],
    [[-140.23, 0.5, null], '-140.23,0.5,'],
    [['a=b', 'K-12'], 'a=b,K-12'],
    [['\u200b＝1', 'a;+1', 'a;b'], `'\u200b＝1,"a;'+1","a;b"`],
  ])('%j -> %s', (cells, line) => {
    expect(csvLine(cells)).toBe(`${line}\r\n`);
  });

  it('makes no name a formula', () => {
    const text = [...exportCsv(sampleJob)].join('');
    expect(text).toContain(`\r\n"'=isolate ""1""","A1, A2",`);
  });

  it('keeps the words for a sample without a species', () => {
    const job = { ...sampleJob, samples: [sample(0, { name: '', spot: '' })], spectra: [] };
    expect(
      [...exportCsv(job)][1]!.startsWith(',,Genus alpha,Genus alpha,,,species,high,0.97,'),
    ).toBe(true);
  });
});

describe('exportFileName', () => {
  it.each([
    ['Plate 7', 'tsv', 'Plate 7.tsv'],
    ['Plate 7', 'spectracl', 'Plate 7.research-use-only.spectracl.tsv'],
    ["Île d'Yeu/α #1", 'json', "Île d'Yeu-α #1.json"],
    ['../..', 'csv', 'results.csv'],
    ['', 'csv', 'results.csv'],
    ['Plate 7', 'short', 'Plate 7.short.csv'],
    ['Plate 7', 'jsonl', 'Plate 7.jsonl'],
    ['a<b>:c|d?e*', 'csv', 'a-b-c-d-e.csv'],
  ] as const)('makes a file name of %s as %s', (name, format, file) => {
    expect(exportFileName(name, format)).toBe(file);
  });

  it('states that a part is a part', () => {
    expect(exportFileName('P', 'csv', { written: 3, of: 9 })).toBe('P (3 of 9).csv');
    expect(exportFileName('P', 'csv', { written: 9, of: 9 })).toBe('P.csv');
  });

  it('is not longer than a file system allows', () => {
    expect(exportFileName('x'.repeat(500), 'csv').length).toBeLessThan(130);
  });
});

describe('CSV with a decimal comma', () => {
  const lines = (text: Iterable<string>) => [...text].join('').split('\r\n');

  it('separates cells by semicolons, with the numbers of the other CSV', () => {
    const [head, first] = lines(exportShort({ ...sampleJob, decimal: 'comma' }));
    expect(head).toBe(
      '\ufeffsample;spot;species;confidence;probability;what_to_do;run;acquired;use',
    );
    expect(first).toMatch(/^KPN0;A0;Genus alpha;high;0,97;/);
    const cells = lines(exportCsv({ ...sampleJob, decimal: 'comma' }))[1]!.split(';');
    const point = lines(exportCsv(sampleJob))[1]!;
    expect(point).toContain(',-140.23,');
    expect(cells).toContain('-140,23');
  });

  it('keeps texts as they are, with quotes around those that have a semicolon', () => {
    const line = csvLines('comma');
    expect(line(['a;b', 1.5, 'x 5280.0', '=A1', { number: 11_109.7781, decimals: 3 }, null])).toBe(
      '"a;b";1,5;x 5280.0;\'=A1;11109,778;\r\n',
    );
    expect(line([1e-9, -2, 1e21])).toBe('1e-9;-2;1e+21\r\n');
  });

  it('is what it was where nothing is asked for', () => {
    expect(lines(exportCsv({ ...sampleJob, decimal: 'point' }))).toEqual(
      lines(exportCsv(sampleJob)),
    );
  });
});
