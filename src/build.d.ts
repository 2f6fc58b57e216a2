/** The version in package.json, put in by the build. */
declare const __APP_VERSION__: string;
/** Twelve hex digits that name the sources of this build: `scripts/vite/build-id.ts`. */
declare const __BUILD_ID__: string;
