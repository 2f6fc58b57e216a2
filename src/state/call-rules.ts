import type { CallRule } from '../core/job/types';
import type { ModelManifest } from '../core/model-pack/types';
import { formatThreshold } from './format';

export interface CallRuleText {
  /** As they stand in the exports. */
  readonly rules: readonly CallRule[];
  readonly says: string;
  readonly when: string;
}

/** A model's rules for the species call in words, with its own limits, in the order of asking. */
export function describeCallRules(manifest: ModelManifest): readonly CallRuleText[] {
  const { thresholds, groups, noPatternLabel } = manifest;
  const rules: CallRuleText[] = [
    {
      rules: ['no-spectrum'],
      says: 'No spectrum',
      when: 'The file is empty or cannot be read; the row says why.',
    },
  ];
  if (thresholds.scope !== null) {
    const { from, to, maxSpacing } = thresholds.scope;
    rules.push({
      rules: ['outside-scope'],
      says: 'Outside what the model was judged on',
      when: `The spectrum does not reach from m/z ${from} to ${to}, or its points are more than ${maxSpacing} Da apart.`,
    });
  }
  if (thresholds.markers !== null) {
    const { minPeaks, minScore, strongScore, minLociSupported, maxLociContradicted } =
      thresholds.markers;
    rules.push(
      {
        rules: ['poor-spectrum'],
        says: 'Poor spectrum',
        when: `Fewer than ${minPeaks} peaks are higher than 5 times the noise.`,
      },
      {
        rules: ['no-pattern', 'outgroup'],
        says: noPatternLabel,
        when: `The best taxon has a score below ${minScore}, fewer than ${minLociSupported} loci for it, or more than ${maxLociContradicted} against it; or it is one that the model knows only to refuse it.`,
      },
      {
        rules: ['weak-species'],
        says: 'A species, weak',
        when: `Its probability is at least ${formatThreshold(thresholds.species)}, but its score is below ${strongScore}.`,
      },
    );
  }
  const { moderate } = thresholds;
  if (moderate !== undefined && moderate > thresholds.species) {
    rules.push({
      rules: ['weak-species'],
      says: 'A species, weak',
      when: `It is the likeliest, but its probability is below ${formatThreshold(moderate)}.`,
    });
  }
  rules.push(
    {
      rules: ['species'],
      says: 'A species, moderate',
      when: `Its probability is at least ${formatThreshold(Math.max(moderate ?? 0, thresholds.species))}.`,
    },
    {
      rules: ['species'],
      says: 'A species, high',
      when: `Its probability is at least ${formatThreshold(thresholds.high)}.`,
    },
  );
  for (const { unresolvedLabel, name } of groups) {
    rules.push({
      rules: ['group-unresolved'],
      says: unresolvedLabel,
      when: `No species in it is probable enough, but ${name} as a whole has at least ${formatThreshold(thresholds.group)}.`,
    });
  }
  rules.push({
    rules: ['below-threshold'],
    says: 'No reliable identification',
    when: 'Neither a species nor a group is probable enough.',
  });
  return rules;
}
