/**
 * Addresses within the app. `base` is where the app stands on its host: `/`, or `/ktyper/`, with a
 * slash at both ends.
 */

/** The path after the base, `/` first; null for an address that is not the app's. */
export function pathWithin(base: string, pathname: string): string | null {
  if (`${pathname}/` === base) return '/';
  return pathname.startsWith(base) ? `/${pathname.slice(base.length)}` : null;
}

/** The inverse of `pathWithin`. */
export function addressOf(base: string, path: string): string {
  return base + path.replace(/^\//, '');
}
