/**
 * Converts addresses within the app. `base` is the app's path on its host, with a slash at both ends: `/` or
 * `/ktyper/`.
 */

/** Returns the path behind the base, which begins with `/`; null for an address outside the app. */
export function pathWithin(base: string, pathname: string): string | null {
  if (`${pathname}/` === base) return '/';
  return pathname.startsWith(base) ? `/${pathname.slice(base.length)}` : null;
}

/** Inverts `pathWithin`. */
export function addressOf(base: string, path: string): string {
  return base + path.replace(/^\//, '');
}
