import type { NextStepKind } from '../../core/classify/next-step';

/** The kinds of next steps in the page's words. */
export const stepWords: Readonly<Record<NextStepKind, string>> = {
  files: 'get the files again',
  're-spot': 're-spot and measure again',
  repeat: 'measure again',
  subculture: 'subculture and measure again',
  'other-method': 'use another method',
  'when-it-matters': 'only when the species matters',
  nothing: 'nothing',
};
