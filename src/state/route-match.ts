import { parse, type RouteParams } from 'regexparam';

const patterns = {
  identify: '/',
  results: '/results/:token',
  report: '/results/:token/report',
  similarity: '/results/:token/similarity',
  compare: '/results/:token/compare/:other',
  spectra: '/results/:token/spectra',
  isolate: '/isolate',
  jobs: '/jobs',
  quality: '/quality',
  models: '/models',
  help: '/help',
} as const;

type Patterns = typeof patterns;

/** The page of an address. */
export type Route =
  | {
      [Name in keyof Patterns]: {
        readonly name: Name;
        readonly params: RouteParams<Patterns[Name]>;
      };
    }[keyof Patterns]
  | { readonly name: 'unknown'; readonly params: Record<string, never> };

export type RouteName = Route['name'];

const matchers = Object.entries(patterns).map(([name, pattern]) => ({ name, ...parse(pattern) }));

/** @param path the part of the address behind the app's base; it begins with `/` */
export function matchRoute(path: string): Route {
  for (const { name, keys, pattern } of matchers) {
    const match = pattern.exec(path);
    if (match === null) continue;
    const params = Object.fromEntries(keys.map((key, i) => [key, decode(match[i + 1] ?? '')]));
    return { name, params } as Route;
  }
  return { name: 'unknown', params: {} };
}

/** A stray `%` is part of what somebody typed, and no reason to fail. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
