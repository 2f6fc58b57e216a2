import { describe, expect, it } from 'vitest';
import { nextStep } from '../../../../src/core/classify/next-step';
import type { CallRule, SampleRow, SpeciesCall } from '../../../../src/core/job/types';
import { problem } from '../../../../src/core/problem';
import type { JudgedMeasure } from '../../../../src/core/quality/judge';
import { call, sample } from '../../io/exports/sample-job';
import { spoken } from '../../../builders/spoken';

const refusal: Partial<SpeciesCall> = { kind: 'none', taxon: null, confidence: 'none' };
const called = (rule: CallRule, change: Partial<SpeciesCall> = {}): SampleRow =>
  sample(0, { call: call({ rule, ...change }) });
const refused = (rule: CallRule) => called(rule, refusal);
const kind = (row: SampleRow, ...faults: JudgedMeasure[]) => nextStep(row, faults).kind;

const fewMarkers: JudgedMeasure = { measure: 'markersFound', value: 0.6, verdict: 'warn' };
const noMarkers: JudgedMeasure = { measure: 'markersFound', value: 0.2, verdict: 'fail' };
const saturated: JudgedMeasure = { measure: 'saturatedPoints', value: 9, verdict: 'warn' };
const shifted: JudgedMeasure = { measure: 'shiftPpm', value: 900, verdict: 'fail' };
const consensus = { spectra: 2, agreeing: 1, others: {}, majority: null, contradictory: true };

describe('the next step', () => {
  it('is chosen by the rule of the call', () => {
    expect(kind(called('species'))).toBe('nothing');
    expect(kind(called('species', { confidence: 'moderate' }))).toBe('when-it-matters');
    expect(kind(called('species', { confidence: 'weak' }))).toBe('repeat');
    expect(kind(called('weak-species', { confidence: 'weak' }))).toBe('repeat');
    expect(kind(called('group-unresolved', { kind: 'group', confidence: 'moderate' }))).toBe(
      'when-it-matters',
    );
    expect(kind(called('group-unresolved', { kind: 'group', confidence: 'weak' }))).toBe('repeat');
    expect(kind(refused('no-spectrum'))).toBe('re-spot');
    expect(kind(refused('poor-spectrum'))).toBe('repeat');
    expect(kind(refused('below-threshold'))).toBe('repeat');
    expect(kind(refused('outside-scope'))).toBe('repeat');
    expect(kind(refused('no-pattern'))).toBe('other-method');
    expect(kind(refused('outgroup'))).toBe('other-method');
  });

  it('is to copy files again that cannot be read, in the words of the problem', () => {
    const failure = problem('fid-length', 'Cut off.', 'Copy the folder again.');
    expect(nextStep(sample(0, { failure }), [])).toEqual({
      kind: 'files',
      sentence: 'Copy the folder again.',
    });
    const empty = problem('no-spectrum', 'Empty.', 'Any.');
    expect(kind(sample(0, { failure: empty }))).toBe('re-spot');
  });

  it('is to subculture if replicates contradict, whatever the call', () => {
    for (const row of [called('species'), refused('no-pattern')]) {
      expect(kind({ ...row, consensus })).toBe('subculture');
    }
  });

  it('is to confirm the genus if the guard finds no pattern for the name', () => {
    const guard = {
      pattern: 'no',
      model: 'm 1',
      rule: 'no-pattern',
      label: 'No pattern',
      reason: null,
    } as const;
    const weak = called('weak-species', { confidence: 'weak' });
    expect(kind({ ...weak, guard })).toBe('other-method');
    expect(kind({ ...weak, guard: { ...guard, pattern: 'yes' } })).toBe('repeat');
    expect(kind({ ...called('species'), guard })).toBe('nothing');
  });

  it('depends on failed quality for every call, and on warnings only for calls to repeat', () => {
    expect(kind(called('species'), fewMarkers)).toBe('nothing');
    expect(kind(called('species'), noMarkers)).toBe('re-spot');
    expect(kind(called('species'), shifted)).toBe('repeat');
    expect(kind(refused('no-pattern'), fewMarkers)).toBe('other-method');
    expect(kind(refused('no-pattern'), noMarkers)).toBe('re-spot');
    expect(kind(refused('below-threshold'), fewMarkers)).toBe('re-spot');
    const group = called('group-unresolved', { kind: 'group', confidence: 'moderate' });
    expect(kind(group, fewMarkers)).toBe('when-it-matters');
    expect(kind(group, noMarkers)).toBe('re-spot');
  });

  it('says what helps against the worst measure, and nothing about those that passed', () => {
    const weak = called('weak-species', { confidence: 'weak' });
    expect(spoken(nextStep(weak, [fewMarkers, shifted]).sentence)).toContain(
      'Calibrate the instrument',
    );
    expect(spoken(nextStep(weak, [saturated, fewMarkers]).sentence)).toContain('less laser power');
    const passed: JudgedMeasure = { ...saturated, verdict: 'pass' };
    expect(spoken(nextStep(weak, [passed]).sentence)).not.toContain('laser');
    const silent: JudgedMeasure = {
      measure: 'replicateAgreement',
      value: 0.5,
      verdict: 'warn',
    };
    expect(nextStep(weak, [silent])).toEqual(nextStep(weak, []));
  });
});
