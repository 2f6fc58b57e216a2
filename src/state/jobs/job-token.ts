import * as storage from '../../storage/token';

/**
 * Finds a job's token in typed or pasted text, for the components.
 *
 * @returns null when there is none
 */
export function parseToken(text: string): string | null {
  return storage.parseToken(text);
}
