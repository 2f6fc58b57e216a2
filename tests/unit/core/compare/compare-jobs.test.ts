import { describe, expect, it } from 'vitest';
import { type CallOfModel, compareCalls } from '../../../../src/core/compare/compare-calls';
import { type ComparedJob, compareJobs } from '../../../../src/core/compare/compare-jobs';
import type { SampleRow, SpeciesCall } from '../../../../src/core/job/types';
import type { Pattern } from '../../../../src/core/job/types';
import type { TaxonInfo } from '../../../../src/core/model-pack/types';
import { problem } from '../../../../src/core/problem';
import { comparisonAsCsv, comparisonAsTsv } from '../../../../src/io/exports/comparison';
import { sampleRow, spectrumRow } from '../../storage/records';
import { manifest } from '../../state/manifest';

function taxon(id: string, name: string): TaxonInfo {
  return { id, name, shortName: name, outgroup: false, color: 0, note: '' };
}

/** Another laboratory's model, with classes under other ids and without groups. */
const other = {
  ...manifest,
  id: 'forest',
  taxa: [
    taxon('class-0', 'genus_alpha'),
    taxon('class-1', 'Genus beta'),
    taxon('class-2', 'Genus epsilon'),
  ],
  groups: [],
};

function species(name: string, label = name): SpeciesCall {
  return {
    kind: 'species',
    taxon: name,
    label,
    confidence: 'high',
    probability: 0.99,
    runnerUp: null,
    rule: 'species',
    reason: '',
  };
}

const group: SpeciesCall = {
  ...species('alpha-complex', 'G. alpha complex, species not resolved'),
  kind: 'group',
  rule: 'group-unresolved',
};
const refused: SpeciesCall = {
  ...species('', 'No Genus pattern'),
  kind: 'none',
  taxon: null,
  confidence: 'none',
  probability: null,
  rule: 'no-pattern',
};

type Models = readonly [CallOfModel['manifest'], CallOfModel['manifest']];

describe('two calls of one sample', () => {
  const compared = (a: SpeciesCall, b: SpeciesCall, models: Models = [manifest, other]) => {
    const calls = {
      a: { call: a, isRead: true, manifest: models[0] },
      b: { call: b, isRead: true, manifest: models[1] },
    };
    const forward = compareCalls(calls.a, calls.b);
    expect(compareCalls(calls.b, calls.a)).toBe(forward);
    return forward;
  };
  const own: Models = [manifest, manifest];

  it('are the same by id, or by name in any case and with any blanks', () => {
    expect(compared(species('genus-alpha'), species('genus-alpha'), own)).toBe('same');
    expect(compared(species('genus-alpha'), species('class-0'))).toBe('same');
    expect(compared(group, group, own)).toBe('same');
  });

  it('are of the same group if one name includes the other', () => {
    expect(compared(group, species('genus-alpha'), own)).toBe('same-group');
    expect(compared(group, species('class-0'))).toBe('same-group');
    // A species and its subspecies belong together.
    expect(compared(species('genus-beta-minor'), species('class-1'))).toBe('same-group');
  });

  it('are of the same group if a class is a group by its name alone', () => {
    const classes = {
      ...other,
      taxa: [taxon('class-0', 'Genus alpha group'), taxon('class-1', 'Genus epsilon complex')],
    };
    const models: Models = [manifest, classes];
    expect(compared(species('genus-alpha'), species('class-0'), models)).toBe('same-group');
    // The first model lists the members of the group.
    expect(compared(species('genus-beta-minor'), species('class-0'), models)).toBe('same-group');
    // "Group" and "complex" mean the same.
    expect(compared(group, species('class-0'), models)).toBe('same');
    expect(compared(species('other-gamma'), species('class-0'), models)).toBe('differs');
    expect(compared(species('genus-alpha'), species('class-1'), models)).toBe('differs');
    expect(compared(group, species('class-1'), models)).toBe('differs');
    // A name that only begins in the same way is another name.
    const alphabet = { ...other, taxa: [taxon('class-9', 'Genus alphabetica')] };
    expect(compared(species('class-9'), species('class-0'), [alphabet, classes])).toBe('differs');
  });

  it('differ if neither name includes the other, in one group or not', () => {
    expect(compared(species('genus-alpha'), species('genus-beta-minor'), own)).toBe('differs');
    expect(compared(species('genus-alpha'), species('class-2'))).toBe('differs');
    expect(compared(group, species('class-2'))).toBe('differs');
    expect(compared(species('genus-alpha'), species('class-1'))).toBe('differs');
  });

  it('may be refused by one model or by both, or may be missing', () => {
    expect(compared(refused, species('class-0'))).toBe('one-refuses');
    expect(compared(refused, { ...refused, rule: 'poor-spectrum' })).toBe('both-refuse');
    const call = species('genus-alpha');
    expect(compareCalls({ call, isRead: false, manifest }, { call, isRead: true, manifest })).toBe(
      'unread',
    );
  });
});

/** Makes a job whose samples have one spectrum each. The letters represent the spectra's bytes. */
function job(
  calls: readonly (readonly [bytes: string, call: SpeciesCall, name?: string])[],
): ComparedJob {
  return {
    manifest,
    spectra: calls.map(([bytes], i) => spectrumRow(i, { sha256: bytes })),
    samples: calls.map(([, call, name], i) => sampleRow(i, { call, ...(name ? { name } : {}) })),
  };
}

describe('two jobs on one run', () => {
  const alpha = species('genus-alpha', 'Genus alpha');
  const beta = species('genus-beta-minor', 'Genus beta subsp. minor');

  it('are compared sample by sample, in the order of the first', () => {
    const a = job([
      ['x', alpha],
      ['y', beta],
      ['z', refused],
      ['v', alpha],
    ]);
    const b = job([
      ['y', alpha],
      ['x', alpha],
      ['v', group],
      ['z', beta],
    ]);
    const { samples, counts, pairs, onlyA, onlyB } = compareJobs(a, b);
    expect(samples.map(({ name, agreement }) => [name, agreement])).toEqual([
      ['S0', 'same'],
      ['S1', 'differs'],
      ['S2', 'one-refuses'],
      ['S3', 'same-group'],
    ]);
    expect(samples.map((sample) => sample.b?.index)).toEqual([1, 0, 3, 2]);
    expect(counts).toEqual({
      same: 1,
      'same-group': 1,
      'both-refuse': 0,
      'one-refuses': 1,
      differs: 1,
      unread: 0,
    });
    expect([onlyA, onlyB]).toEqual([0, 0]);
    expect(pairs).toHaveLength(4);
  });

  it('count each pair of calls, the most frequent first', () => {
    const a = job([
      ['x', alpha],
      ['y', alpha],
      ['z', alpha],
    ]);
    const b = job([
      ['x', beta],
      ['y', alpha],
      ['z', beta],
    ]);
    expect(compareJobs(a, b).pairs).toEqual([
      { a: 'Genus alpha', b: 'Genus beta subsp. minor', samples: 2 },
      { a: 'Genus alpha', b: 'Genus alpha', samples: 1 },
    ]);
  });

  it('count all calls without a pattern as one, whatever the closest taxon, in old and new jobs', () => {
    const label = (detail: string) => ({ ...refused, label: `No Genus pattern: ${detail}` });
    const older = job([
      ['x', refused],
      ['y', refused],
    ]);
    const newer = job([
      ['x', label('nothing known fits')],
      ['y', { ...label('closest to Other'), rule: 'outgroup' }],
    ]);
    expect(compareJobs(older, newer).pairs).toEqual([
      { a: 'No Genus pattern', b: 'No Genus pattern', samples: 2 },
    ]);
  });

  it('may have samples that the other does not have', () => {
    const { samples, onlyA, onlyB, counts } = compareJobs(
      job([
        ['x', alpha],
        ['y', alpha],
      ]),
      job([
        ['z', alpha],
        ['y', alpha],
      ]),
    );
    expect([onlyA, onlyB, counts.same]).toEqual([1, 1, 1]);
    expect(samples.map(({ a, b, agreement }) => [a?.index, b?.index, agreement])).toEqual([
      [0, undefined, null],
      [1, 1, 'same'],
      [undefined, 0, null],
    ]);
    expect(samples.map(({ index }) => index)).toEqual([0, 1, 2]);
  });

  it('pair copies of the same bytes by name, and pair each of them once', () => {
    const a = job([
      ['x', alpha, 'one'],
      ['x', beta, 'two'],
    ]);
    const b = job([
      ['x', beta, 'two'],
      ['x', alpha, 'one'],
      ['x', alpha, 'three'],
    ]);
    const { samples, counts, onlyB } = compareJobs(a, b);
    expect([counts.same, onlyB]).toEqual([2, 1]);
    expect(samples.map(({ name }) => name)).toEqual(['one', 'two', 'three']);
  });

  it('pair samples of replicates by their spectra, not by their names', () => {
    const pooled = (order: readonly number[]): ComparedJob => ({
      manifest,
      spectra: [spectrumRow(0, { sha256: 'x' }), spectrumRow(1, { sha256: 'y' })],
      samples: [sampleRow(0, { spectra: order, call: alpha })],
    });
    expect(compareJobs(pooled([0, 1]), pooled([1, 0])).counts.same).toBe(1);
    expect(compareJobs(pooled([0, 1]), pooled([0])).counts.same).toBe(0);
  });

  it('do not agree on spectra that could not be read', () => {
    const failure = problem('fid-length', 'Too short.', 'Copy it again.');
    const broken = (path: string): ComparedJob => ({
      manifest,
      spectra: [spectrumRow(0, { path, sha256: null, status: 'failed' })],
      samples: [sampleRow(0, { failure, call: { ...refused, rule: 'no-spectrum' } })],
    });
    const { counts } = compareJobs(
      broken('RUN/S0/0_A1/1/1SLin/fid'),
      broken('copy/RUN/S0/0_A1/1/1SLin/fid'),
    );
    expect(counts.unread).toBe(1);
  });

  it('can be large', () => {
    const many = (call: SpeciesCall) =>
      job(Array.from({ length: 20_000 }, (_, i) => [`sum ${i}`, call] as const));
    expect(compareJobs(many(alpha), many(beta)).counts.differs).toBe(20_000);
  });
});

describe('a comparison as a file', () => {
  const sample = (changes: Partial<SampleRow>) => sampleRow(0, { name: '=1+1', ...changes });
  const exported = {
    appVersion: '1.0.0',
    a: { token: 'token-a', model: { id: 'm', version: '1.0.0', sha256: 'aa', manifestSha256: '' } },
    b: { token: 'token-b', model: { id: 'n', version: '2.0.0', sha256: 'bb', manifestSha256: '' } },
    samples: [
      {
        index: 0,
        name: '=1+1',
        spot: 'A1',
        a: sample({ call: species('genus-alpha', 'Genus alpha') }),
        b: sample({ call: refused }),
        agreement: 'one-refuses' as const,
      },
      { index: 1, name: 'S1', spot: 'A2', a: null, b: sample({ call: refused }), agreement: null },
    ],
  };

  it('has one row for each sample, with both calls and both models', () => {
    const [head, first, second] = [...comparisonAsTsv(exported)].map((line) =>
      line.trimEnd().split('\t'),
    );
    const row = Object.fromEntries(head!.map((name, i) => [name, first![i]]));
    expect(row).toMatchObject({
      sample: "'=1+1",
      agreement: 'one refuses',
      call_a: 'Genus alpha',
      probability_a: '0.99',
      call_b: 'No Genus pattern',
      probability_b: '',
      model_a: 'm',
      model_version_b: '2.0.0',
      job_b: 'token-b',
      use: 'For research use only. Not for use in diagnostic procedures.',
    });
    expect(second?.slice(0, 4)).toEqual(['S1', 'A2', 'only in b', '']);
    expect(second).toHaveLength(head!.length);
  });

  it('has the guard’s finding for each side, and an empty cell if there was no guard', () => {
    const guard = { model: 'g 1.0.0', rule: null, label: '', reason: null };
    const watched = (pattern: Pattern) => sample({ guard: { ...guard, pattern } });
    const head = exported.samples[0]!;
    const lines = [
      ...comparisonAsTsv({
        ...exported,
        samples: [
          { ...head, b: watched('no') },
          { ...head, a: watched('not-judged'), b: watched('yes') },
          exported.samples[1]!,
        ],
      }),
    ].map((line) => line.trimEnd().split('\t'));
    const columns = ['guard_pattern_a', 'guard_pattern_b'].map((name) => lines[0]!.indexOf(name));
    expect(lines.slice(1).map((line) => columns.map((at) => line[at]))).toEqual([
      ['', 'no'],
      ['not judged', 'yes'],
      ['', ''],
    ]);
  });

  it('is safe in a spreadsheet', () => {
    const text = [...comparisonAsCsv(exported)].join('');
    expect(text.startsWith('\ufeffsample,spot,agreement,')).toBe(true);
    expect(text).toContain("\r\n'=1+1,A1,one refuses,");
  });
});
