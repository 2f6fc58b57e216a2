/** The files of this build, put in by the build itself: `scripts/vite/service-worker.ts`. */
declare const __PRECACHE__: { url: string; revision: string | null; integrity: string }[];
/** The build's own `models/index.json`. */
declare const __MODEL_LIST__: string;
