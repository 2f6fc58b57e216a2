/** One step of preprocessing with its settings; `process-profile.ts` maps each to a function. */
export type RecipeStep =
  | { readonly kind: 'square-root' }
  | { readonly kind: 'smooth'; readonly window: number; readonly order: number }
  | { readonly kind: 'subtract-baseline'; readonly iterations: number }
  | { readonly kind: 'normalise' }
  | { readonly kind: 'clip' };

/**
 * The steps that are applied to a spectrum, in this order, before it is binned. A vector made with one recipe
 * is meaningless to a model of another, so a model's manifest names its recipe and its bins.
 */
export interface Recipe {
  readonly id: string;
  readonly steps: readonly RecipeStep[];
}

/** The preprocessing of spectracl 0.0.4, the engine behind the original ktyper. */
export const SPECTRACL_1: Recipe & { readonly id: 'spectracl-1' } = {
  id: 'spectracl-1',
  steps: [
    { kind: 'square-root' },
    { kind: 'smooth', window: 21, order: 3 },
    { kind: 'subtract-baseline', iterations: 100 },
    { kind: 'normalise' },
    { kind: 'clip' },
  ],
};
