import { readFileSync } from 'node:fs';

/** `deploy/http.json`: what every server of the app sends. Header values are lists to be joined. */
interface HttpRules {
  readonly security: Readonly<Record<string, readonly string[]>>;
  /** Sent where the connection is encrypted. */
  readonly tls: Readonly<Record<string, readonly string[]>>;
  readonly cache: { readonly hashed: string; readonly other: string };
  /** Media type by file name extension. */
  readonly types: Readonly<Record<string, string>>;
  /** Media types that are sent with their character set. */
  readonly utf8: readonly string[];
}

export const HTTP_RULES = JSON.parse(
  readFileSync(new URL('../../deploy/http.json', import.meta.url), 'utf8'),
) as HttpRules;

/** Headers that every response carries, errors included. */
export function securityHeaders(options: { tls: boolean }): Record<string, string> {
  const headers = options.tls ? { ...HTTP_RULES.security, ...HTTP_RULES.tls } : HTTP_RULES.security;
  return Object.fromEntries(
    Object.entries(headers).map(([name, parts]) => [name, parts.join(separatorOf(name))]),
  );
}

function separatorOf(header: string): string {
  return header === 'Permissions-Policy' ? ', ' : '; ';
}

/** Media type of a file, with its character set where it is text. */
export function mediaTypeOf(path: string): string {
  const type = HTTP_RULES.types[path.slice(path.lastIndexOf('.') + 1)];
  if (type === undefined) return 'application/octet-stream';
  return HTTP_RULES.utf8.includes(type) ? `${type}; charset=utf-8` : type;
}

/** A file under `assets/` is named after its content: it can be kept for good. */
export function cacheControlOf(path: string): string {
  return path.startsWith('assets/') ? HTTP_RULES.cache.hashed : HTTP_RULES.cache.other;
}

/**
 * Whether a path that is no file is an address of the app, answered with its page: the last part
 * of a file's path has a dot in it, that of an address has none.
 */
export function isAddress(path: string): boolean {
  return !path.slice(path.lastIndexOf('/') + 1).includes('.');
}
