import { shownLabel } from '../core/classify/call-label';
import type { CallRule } from '../core/job/types';
import type { ModelManifest } from '../core/model-pack/types';
import { formatThreshold } from './format';
import { say } from '../words/say';
import { inWords } from '../words/in-words';
import { sentence } from '../words/told/sentence';

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
      says: inWords(sentence('call.labelNoSpectrum')),
      when: say('help.ruleNoSpectrumWhen'),
    },
  ];
  if (thresholds.scope !== null) {
    const { from, to, maxSpacing } = thresholds.scope;
    rules.push({
      rules: ['outside-scope'],
      says: inWords(sentence('call.labelOutsideScope')),
      when: say('help.ruleOutsideWhen', { from, to, spacing: maxSpacing }),
    });
  }
  if (thresholds.markers !== null) {
    const { minPeaks, strongScore } = thresholds.markers;
    rules.push(
      {
        rules: ['poor-spectrum'],
        says: inWords(sentence('call.labelPoorSpectrum')),
        when: say('help.rulePoorWhen', { count: minPeaks }),
      },
      ...refusals(manifest, thresholds.markers),
      {
        rules: ['weak-species'],
        says: say('help.ruleWeak'),
        when: say('help.ruleWeakScoreWhen', {
          limit: formatThreshold(thresholds.species),
          score: strongScore,
        }),
      },
    );
  }
  const { moderate } = thresholds;
  if (moderate !== undefined && moderate > thresholds.species) {
    rules.push({
      rules: ['weak-species'],
      says: say('help.ruleWeak'),
      when: say('help.ruleWeakWhen', { limit: formatThreshold(moderate) }),
    });
  }
  rules.push(
    {
      rules: ['species'],
      says: say('help.ruleModerate'),
      when: say('help.ruleSpeciesWhen', {
        limit: formatThreshold(Math.max(moderate ?? 0, thresholds.species)),
      }),
    },
    {
      rules: ['species'],
      says: say('help.ruleHigh'),
      when: say('help.ruleSpeciesWhen', { limit: formatThreshold(thresholds.high) }),
    },
  );
  for (const { unresolvedLabel, name } of groups) {
    rules.push({
      rules: ['group-unresolved'],
      says: unresolvedLabel,
      when: say('help.ruleGroupWhen', {
        group: name,
        limit: formatThreshold(thresholds.group),
      }),
    });
  }
  rules.push({
    rules: ['below-threshold'],
    says: inWords(sentence('call.labelBelowThreshold')),
    when: say('help.ruleNoneWhen'),
  });
  return rules;
}

/** Describes when the evidence supports none of the taxa that a marker model names. */
function refusals(
  { taxa, noPatternLabel }: ModelManifest,
  limits: NonNullable<ModelManifest['thresholds']['markers']>,
): readonly CallRuleText[] {
  const fits = {
    score: limits.minScore,
    supported: limits.minLociSupported,
    contradicted: limits.maxLociContradicted,
  };
  const pattern = inWords(shownLabel(noPatternLabel));
  const hasRelatives = taxa.some(({ outgroup }) => outgroup);
  return [
    ...(hasRelatives
      ? [
          {
            rules: ['outgroup' as const],
            says: say('help.ruleRelative', { pattern }),
            when: say('help.ruleRelativeWhen', fits),
          },
        ]
      : []),
    {
      rules: ['no-pattern'],
      says: say('help.ruleNoPattern', { pattern }),
      when: say('help.ruleNoPatternWhen', fits),
    },
  ];
}
