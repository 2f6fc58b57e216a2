import type { CallRule } from '../job/types';
import type { ModelManifest } from '../model-pack/types';
import { unreachable } from '../result';

/**
 * Whether a spectrum that is called by this rule by itself belongs in the mean of its sample, while
 * that has any that does: a flat one thins the others' peaks out, and one of something else adds its
 * own. One that is certain of no species is sound: its peaks are the sample's.
 */
export function isSound(rule: CallRule): boolean {
  switch (rule) {
    case 'species':
    case 'weak-species':
    case 'group-unresolved':
    case 'below-threshold':
      return true;
    case 'no-pattern':
    case 'outgroup':
    case 'poor-spectrum':
    case 'no-spectrum':
    case 'outside-scope':
      return false;
    default:
      return unreachable(rule);
  }
}

/**
 * Whether a model's samples are averaged as the original averaged them: all spectra, whatever each of
 * them is, and those without any signal as zeros. So it is with a laboratory's own classifier, which
 * has to reproduce the lines that the original printed.
 */
export function averagesAsOriginal({ markers }: Pick<ModelManifest, 'markers'>): boolean {
  return markers === null;
}
