// Node 20 does not take `--import tsx` for a worker's first file: this one, in plain JavaScript,
// brings TypeScript to the thread and goes on with its real beginning.
import { register } from 'tsx/esm/api';

register();
await import('./spectrum-thread.ts');
