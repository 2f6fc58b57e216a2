/**
 * The English of all that is told as values: the build puts the messages of the told areas into this module
 * (scripts/vite/words.ts). What shows a job imports it; the first page fetches it once it can be used.
 */
export {};
