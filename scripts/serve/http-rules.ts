import { readFileSync } from 'node:fs';

/**
 * The rules of `deploy/http.json`: what every server of the app sends. Header values are lists, which are
 * joined.
 */
interface HttpRules {
  readonly security: Readonly<Record<string, readonly string[]>>;
  /** Headers that are sent over encrypted connections only. */
  readonly tls: Readonly<Record<string, readonly string[]>>;
  readonly cache: { readonly hashed: string; readonly other: string };
  /** [file name extension] media type */
  readonly types: Readonly<Record<string, string>>;
  /** Media types that are sent with their character set. */
  readonly utf8: readonly string[];
}

export const HTTP_RULES = JSON.parse(
  readFileSync(new URL('../../deploy/http.json', import.meta.url), 'utf8'),
) as HttpRules;

/** Returns the headers of every response, including errors. */
export function securityHeaders(options: { tls: boolean }): Record<string, string> {
  const headers = options.tls ? { ...HTTP_RULES.security, ...HTTP_RULES.tls } : HTTP_RULES.security;
  return Object.fromEntries(
    Object.entries(headers).map(([name, parts]) => [name, parts.join(separatorOf(name))]),
  );
}

function separatorOf(header: string): string {
  return header === 'Permissions-Policy' ? ', ' : '; ';
}

/** Returns a file's media type, with its character set if it is text. */
export function mediaTypeOf(path: string): string {
  const type = HTTP_RULES.types[path.slice(path.lastIndexOf('.') + 1)];
  if (type === undefined) return 'application/octet-stream';
  return HTTP_RULES.utf8.includes(type) ? `${type}; charset=utf-8` : type;
}

/**
 * Returns how long a browser may keep a file. A file under `assets/` is named by its content, so it may be
 * kept for ever.
 */
export function cacheControlOf(path: string): string {
  return path.startsWith('assets/') ? HTTP_RULES.cache.hashed : HTTP_RULES.cache.other;
}

/**
 * Returns whether a path that is no file is an address of the app, which gets its page: the last part of a
 * file's path contains a dot, that of an address does not.
 */
export function isAddress(path: string): boolean {
  return !path.slice(path.lastIndexOf('/') + 1).includes('.');
}
