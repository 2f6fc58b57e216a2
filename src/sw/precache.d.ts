/** The files of this build, put in by the build itself: `scripts/vite/service-worker.ts`. */
declare const __PRECACHE__: { url: string; revision: string | null }[];
