// Node 20 ignores `--import tsx` for a worker's first file. This file, in plain JavaScript, adds TypeScript
// to the thread and then imports its real start.
import { register } from 'tsx/esm/api';

register();
await import('./spectrum-thread.ts');
