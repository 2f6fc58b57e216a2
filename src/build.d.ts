/** The version in package.json, put in by the build. */
declare const __APP_VERSION__: string;
/** Twelve hex digits that name the sources of this build: `scripts/vite/build-id.ts`. */
declare const __BUILD_ID__: string;
/** Commit of these sources; null where they have no history: `scripts/vite/commit-id.ts`. */
declare const __APP_COMMIT__: string | null;

/**
 * The languages of the page, by their codes, with their messages: `scripts/vite/words.ts`. No file of the app can be
 * named here, so `src/words/fetch-words.ts` says which codes there are.
 */
declare module 'virtual:catalogues' {
  import type { Messages } from '@lingui/core';

  type Part = () => Promise<{ readonly default: Messages }>;
  interface Catalogue {
    readonly name: string;
    readonly locale: string;
    readonly first: Part;
    readonly pages: Part;
    readonly told: Part;
  }
  const catalogues: Readonly<Record<string, Catalogue>>;
  export default catalogues;
}
