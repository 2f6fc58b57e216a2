import type { CallRule } from '../core/job/types';
import type { ModelManifest } from '../core/model-pack/types';
import { formatThreshold } from '../core/text';

export interface CallRuleText {
  /** The rule's name in the exports. */
  readonly rules: readonly CallRule[];
  readonly says: string;
  readonly when: string;
}

/**
 * Lists a model's rules for the species call in words, with its limits, in the order in which they are
 * applied.
 */
export function describeCallRules(manifest: ModelManifest): readonly CallRuleText[] {
  const { thresholds, groups } = manifest;
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
    const { minPeaks, strongScore } = thresholds.markers;
    rules.push(
      {
        rules: ['poor-spectrum'],
        says: 'Poor spectrum',
        when: `Fewer than ${minPeaks} peaks are higher than 5 times the noise.`,
      },
      ...refusals(manifest, thresholds.markers),
      {
        rules: ['weak-species'],
        says: 'A species, weak',
        when: `Its probability is at least ${formatThreshold(thresholds.species)}, but the best score is below ${strongScore}, or its own score or loci would not do.`,
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

/** Describes when the evidence supports none of the taxa that a marker model names. */
function refusals(
  { taxa, noPatternLabel }: ModelManifest,
  limits: NonNullable<ModelManifest['thresholds']['markers']>,
): readonly CallRuleText[] {
  const { minScore, minLociSupported, maxLociContradicted } = limits;
  const fits = `has a score of ${minScore} or more, at least ${minLociSupported} loci for it, and at most ${maxLociContradicted} against it`;
  const hasRelatives = taxa.some(({ outgroup }) => outgroup);
  return [
    ...(hasRelatives
      ? [
          {
            rules: ['outgroup' as const],
            says: `${noPatternLabel}: closest to a relative`,
            when: `The taxon with the best score is one that the model knows only in order to refuse it, and it fits: it ${fits}.`,
          },
        ]
      : []),
    {
      rules: ['no-pattern'],
      says: `${noPatternLabel}: nothing known fits`,
      when: `The taxon with the best score does not fit. One that fits ${fits}. Loci that only name are not counted.`,
    },
  ];
}
