import { describe, expect, it } from 'vitest';
import { calledSample } from '../../../../src/core/controls/called-sample';
import {
  controlFinder,
  controlOf,
  isSameControl,
  type Control,
} from '../../../../src/core/controls/control';
import {
  controlProblem,
  isFailed,
  judgeControls,
  tellControl,
} from '../../../../src/core/controls/judge-control';
import { controlsOfRun } from '../../../../src/core/controls/run-controls';
import { runToEnd } from '../../../../src/core/interruptible';
import type { SampleRow, SpeciesCall } from '../../../../src/core/job/types';
import type { TaxonInfo } from '../../../../src/core/model-pack/types';
import { problem } from '../../../../src/core/problem';
import { spoken } from '../../../builders/spoken';
import { sampleRow, spectrumRow } from '../../storage/records';

const named = (text: string, expects: string | null = 'Klebsiella pneumoniae'): Control => ({
  by: 'name',
  text,
  expects,
});
const onSpot = (text: string): Control => ({ by: 'spot', text, expects: null });

describe('a declared control', () => {
  it('is kept as it can be compared', () => {
    expect(controlOf(named('  ATCC\u00a013883 ', ' Klebsiella  pneumoniae'))).toEqual(
      named('ATCC 13883'),
    );
    expect(controlOf(onSpot('a01'))).toEqual(onSpot('A1'));
  });

  it('must say which samples it is of, and what they are', () => {
    for (const text of ['', '  ', '*', '**', '- *']) expect(controlOf(named(text))).toBe('text');
    for (const text of ['', 'ATCC 13883', 'A', '12']) expect(controlOf(onSpot(text))).toBe('spot');
    expect(controlOf(named('QC-*', ' '))).toBe('expects');
    expect(controlOf(named('QC-*', null))).toEqual(named('QC-*', null));
  });

  it('is the same however it is written', () => {
    expect(isSameControl(named('ATCC 13883'), named('atcc_13883', null))).toBe(true);
    expect(isSameControl(named('A1'), onSpot('A1'))).toBe(false);
  });

  it.each([
    ['ATCC 13883', ['ATCC 13883', 'atcc-13883', 'ATCC_13883'], ['ATCC 13883 b', 'ATCC13883', '']],
    ['QC-*', ['QC-1', 'qc 2026', 'QC_'], ['QC', 'QCX', 'xQC-1']],
    ['*blank*', ['blank', 'Matrix blank 2', 'blanks'], ['blan']],
    ['a*b*a', ['aba', 'a-b-a', 'abba'], ['ab', 'aa', 'aca']],
    ['a*a', ['aa', 'a a'], ['a']],
    ['(.*)[x', ['(.)[x'], ['abc']],
  ])('%s is a sample of these names and of no other', (text, these, others) => {
    const find = controlFinder([named(text)]);
    for (const name of these) expect(find({ name, spots: [] }), name).toEqual(named(text));
    for (const name of others) expect(find({ name, spots: [] }), name).toBeNull();
  });

  it('is known by any spot of its spectra, and by its name first', () => {
    const find = controlFinder([onSpot('H12'), named('QC')]);
    expect(find({ name: 'x', spots: ['A1', 'H12'] })).toEqual(onSpot('H12'));
    expect(find({ name: 'QC', spots: ['H12'] })).toEqual(named('QC'));
    expect(find({ name: 'x', spots: ['A1'] })).toBeNull();
  });

  it('of many stars takes no longer than its name is long', () => {
    const find = controlFinder([named(`${'a*'.repeat(39)}b`)]);
    expect(find({ name: 'a'.repeat(10_000), spots: [] })).toBeNull();
  });
});

const taxon = (id: string, name: string, changes: Partial<TaxonInfo> = {}): TaxonInfo => ({
  id,
  name,
  shortName: name.replace('Klebsiella', 'K.'),
  outgroup: false,
  color: 0,
  note: '',
  ...changes,
});
const manifest = {
  taxa: [
    taxon('pn', 'Klebsiella pneumoniae'),
    taxon('va', 'Klebsiella variicola', { alsoFits: ['Klebsiella africana'] }),
    taxon('qq', 'Klebsiella quasipneumoniae subsp. quasipneumoniae'),
    taxon('qs', 'Klebsiella quasipneumoniae subsp. similipneumoniae'),
    taxon('mg', 'Klebsiella michiganensis or Klebsiella grimontii'),
  ],
  groups: [
    {
      id: 'q',
      name: 'Klebsiella quasipneumoniae',
      shortName: 'K. quasipneumoniae',
      members: ['qq', 'qs'],
      unresolvedLabel: 'K. quasipneumoniae, subspecies not resolved',
    },
    {
      id: 'c',
      name: 'Klebsiella pneumoniae complex',
      shortName: 'K. pneumoniae complex',
      members: ['pn', 'va', 'qq', 'qs'],
      unresolvedLabel: 'K. pneumoniae complex, species not resolved',
    },
  ],
};

const { call: species } = sampleRow(0);
const called = (id: string): Partial<SampleRow> => ({
  call: { ...species, taxon: id, label: manifest.taxa.find((one) => one.id === id)!.name },
});
const grouped = (id: string): Partial<SampleRow> => ({
  call: {
    ...species,
    kind: 'group',
    taxon: id,
    label: manifest.groups.find((one) => one.id === id)!.unresolvedLabel,
  },
});
const refused: SpeciesCall = {
  ...species,
  kind: 'none',
  taxon: null,
  label: 'No Klebsiella pattern',
  confidence: 'none',
  rule: 'no-pattern',
};

function judge(changes: Partial<SampleRow>, expects: string | null) {
  const sample = calledSample(sampleRow(0, { name: 'QC', ...changes }), ['A1'], manifest);
  return judgeControls([sample], [named('QC', expects)])[0]!;
}

describe('a control', () => {
  it.each([
    ['pn', 'Klebsiella pneumoniae', 'as-declared'],
    ['pn', 'klebsiella  PNEUMONIAE', 'as-declared'],
    ['pn', 'K pneumoniae', 'as-declared'],
    ['pn', 'K. pneumoniae complex', 'as-declared'],
    ['pn', 'Klebsiella variicola', 'other'],
    ['pn', 'Klebsiella', 'other'],
    ['va', 'Klebsiella africana', 'as-declared'],
    ['qs', 'Klebsiella quasipneumoniae', 'as-declared'],
    ['qs', 'Klebsiella quasipneumoniae subsp. quasipneumoniae', 'other'],
    ['mg', 'Klebsiella grimontii', 'as-declared'],
    ['mg', 'K. michiganensis', 'as-declared'],
    ['pn', null, 'other'],
  ])('called %s where %s is declared: %s', (id, expects, verdict) => {
    expect(judge(called(id), expects).verdict).toBe(verdict);
  });

  it.each([
    ['c', 'Klebsiella pneumoniae complex', 'as-declared'],
    ['c', 'Klebsiella variicola', 'open'],
    ['c', 'Klebsiella quasipneumoniae', 'open'],
    ['c', 'Klebsiella oxytoca', 'other'],
    ['q', 'Klebsiella quasipneumoniae', 'as-declared'],
    ['q', 'Klebsiella pneumoniae complex', 'as-declared'],
    ['q', 'K. pneumoniae', 'other'],
  ])('called the group %s where %s is declared: %s', (id, expects, verdict) => {
    expect(judge(grouped(id), expects).verdict).toBe(verdict);
  });

  it('that was not identified, or not read, fails unless nothing was to be found', () => {
    expect(judge({ call: refused }, 'K. pneumoniae').verdict).toBe('not-identified');
    expect(judge({ call: refused }, null).verdict).toBe('as-declared');
    const empty = { call: refused, failure: problem('no-spectrum', 'Empty.', 'Look.') };
    expect(judge(empty, null).verdict).toBe('as-declared');
    expect(judge(empty, 'K. pneumoniae').verdict).toBe('not-identified');
    const broken = { call: refused, failure: problem('fid-length', 'Broken.', 'Look.') };
    expect(judge(broken, null).verdict).toBe('unread');
    expect(judge(broken, 'K. pneumoniae').verdict).toBe('unread');
  });

  it('fails where it is not what it should be, and not where that is left open', () => {
    const failed = ['other', 'not-identified', 'unread'] as const;
    for (const verdict of failed) expect(isFailed({ verdict })).toBe(true);
    for (const verdict of ['as-declared', 'open'] as const)
      expect(isFailed({ verdict })).toBe(false);
  });

  it('is told in one sentence, and what to do in another', () => {
    const wrong = judge(called('va'), 'Klebsiella pneumoniae');
    expect(spoken(tellControl(wrong))).toBe(
      'Control QC (A1) was called Klebsiella variicola where Klebsiella pneumoniae was declared.',
    );
    expect(spoken(controlProblem(wrong).cure)).toBe(
      'Repeat the control before the run’s results are used.',
    );
    expect(spoken(tellControl(judge({ call: refused }, 'K. pneumoniae')))).toBe(
      'Control QC (A1) was called No Klebsiella pattern where K. pneumoniae was declared.',
    );
    expect(spoken(tellControl(judge(grouped('c'), 'K. variicola')))).toBe(
      'Control QC (A1) was called K. pneumoniae complex, species not resolved, which leaves open whether it is K. variicola.',
    );
    expect(spoken(tellControl(judge(called('pn'), null)))).toBe(
      'Control QC (A1) was called Klebsiella pneumoniae where nothing was to be identified.',
    );
  });

  it('of a model that is not known any more is judged by its label', () => {
    const sample = calledSample(sampleRow(0, { name: 'QC', ...called('pn') }), [], null);
    const [judged] = judgeControls([sample], [named('QC', 'Klebsiella pneumoniae')]);
    expect(judged?.verdict).toBe('as-declared');
  });
});

describe('the controls of a run', () => {
  it('are found among its samples, by the spots of all their spectra', () => {
    const spectra = [
      spectrumRow(0),
      spectrumRow(1, { spot: 'H12' }),
      spectrumRow(2, { spot: 'B1' }),
    ];
    const samples = [
      sampleRow(0, { spectra: [0, 1], ...called('pn') }),
      sampleRow(1, { name: 'ATCC 13883', spot: 'B1', spectra: [2], ...called('va') }),
    ];
    const controls = [named('ATCC 13883'), onSpot('H12')];
    const found = runToEnd(controlsOfRun(samples, spectra, manifest as never, controls));
    expect(found.map(({ sample, verdict }) => [sample.index, sample.spots, verdict])).toEqual([
      [0, ['A1', 'H12'], 'other'],
      [1, ['B1'], 'other'],
    ]);
    expect(runToEnd(controlsOfRun(samples, spectra, null, []))).toEqual([]);
  });
});
