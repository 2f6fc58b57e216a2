import type { CallRule } from '../../src/core/job/types';
import { type Called, isAccepted, isSure } from './called';
import { isForeign, type KnownTaxa } from './known';

/** A spectrum's answer and what is known of it. */
export interface Tallied extends Called {
  readonly known: KnownTaxa | null;
}

/** Counts of a model's answers for some spectra. */
export interface AnswerCounts {
  readonly read: number;
  readonly accepted: number;
  readonly species: { readonly high: number; readonly moderate: number; readonly weak: number };
  readonly groups: number;
  /** Refused spectra, by the rule that refused them. */
  readonly refused: ReadonlyMap<CallRule, number>;
  /** Spectra that are known to be of taxa that the model names. */
  readonly compared: {
    readonly known: number;
    readonly accepted: number;
    /** Accepted spectra whose most probable taxon is the known one. */
    readonly agree: number;
    readonly sure: number;
    readonly sureAgree: number;
  };
  /** Spectra that must be refused. */
  readonly foreign: {
    readonly known: number;
    readonly accepted: number;
    /** The largest score of the taxa that the model names; null without a foreign spectrum. */
    readonly largestScore: number | null;
  };
  /** The least score of accepted spectra that are not known to be foreign; null without any. */
  readonly weakestAccepted: number | null;
}

/** @returns whether the most probable taxon is one that is known for a spectrum */
export function agrees({ best, known }: Pick<Tallied, 'best' | 'known'>): boolean {
  return known?.taxa.has(best) === true;
}

export function tally(spectra: readonly Tallied[]): AnswerCounts {
  const accepted = spectra.filter(isAccepted);
  const species = accepted.filter(({ call }) => call.kind === 'species');
  const confident = (word: string) => species.filter(({ call }) => call.confidence === word).length;
  const refused = new Map<CallRule, number>();
  for (const { call } of spectra) {
    if (call.kind === 'none') refused.set(call.rule, (refused.get(call.rule) ?? 0) + 1);
  }
  const foreign = spectra.filter(({ known }) => known !== null && isForeign(known));
  const compared = spectra.filter(({ known }) => known !== null && !isForeign(known));
  const sure = compared.filter(isSure);
  const own = accepted.filter(({ known }) => known === null || !isForeign(known));
  return {
    read: spectra.length,
    accepted: accepted.length,
    species: {
      high: confident('high'),
      moderate: confident('moderate'),
      weak: confident('weak'),
    },
    groups: accepted.length - species.length,
    refused,
    compared: {
      known: compared.length,
      accepted: compared.filter(isAccepted).length,
      agree: compared.filter((one) => isAccepted(one) && agrees(one)).length,
      sure: sure.length,
      sureAgree: sure.filter(agrees).length,
    },
    foreign: {
      known: foreign.length,
      accepted: foreign.filter(isAccepted).length,
      largestScore: foreign.length === 0 ? null : Math.max(...scoresOf(foreign)),
    },
    weakestAccepted: own.length === 0 ? null : Math.min(...scoresOf(own)),
  };
}

function scoresOf(spectra: readonly Tallied[]): number[] {
  return spectra.map(({ score }) => score);
}
