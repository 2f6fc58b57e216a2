import * as storage from '../../storage/token';

/** A job's token in what a person typed or pasted, for the components; null when there is none. */
export function parseToken(text: string): string | null {
  return storage.parseToken(text);
}
