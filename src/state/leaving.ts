import type { App } from './app';
import type { Adding } from './models/workbench.svelte';

/**
 * Whether a page that ends now loses something: its work, what it shows and has not stored yet, or what a person has
 * typed on a sample or for a model. The browser then asks first.
 */
export function losesByLeaving({
  queue,
  storage,
  typedReviews,
  adding,
}: Pick<App, 'queue' | 'storage' | 'typedReviews' | 'adding'>): boolean {
  if (queue.busy || storage.transactions.isWriting) return true;
  const reviews = [...typedReviews.values()].flatMap((forms) => [...forms.values()]);
  return reviews.some(({ isBegun }) => isBegun) || isFormShown(adding.workbench?.adding);
}

/** Whether files were recognised and a person is asked about them, or their model is being made. */
function isFormShown(adding: Adding | undefined): boolean {
  return (adding?.step === 'asking' && adding.reading.outline.ok) || adding?.step === 'making';
}
