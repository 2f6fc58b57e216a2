/* eslint @typescript-eslint/consistent-type-imports: off -- a file with imports would be a module, and declare nothing. */

/** The version in package.json, put in by the build. */
declare const __APP_VERSION__: string;
/** Twelve hex digits that name the sources of this build: `scripts/vite/build-id.ts`. */
declare const __BUILD_ID__: string;
/** Commit of these sources; null where they have no history: `scripts/vite/commit-id.ts`. */
declare const __APP_COMMIT__: string | null;

/** The languages of the page, by their codes, with their messages: `scripts/vite/words.ts`. */
declare module 'virtual:catalogues' {
  type Part = () => Promise<{ readonly default: import('@lingui/core').Messages }>;
  interface Catalogue {
    readonly name: string;
    readonly locale: string;
    readonly first: Part;
    readonly pages: Part;
    readonly told: Part;
  }
  const catalogues: Readonly<Record<import('./words/all').LanguageCode, Catalogue>>;
  export default catalogues;
}
