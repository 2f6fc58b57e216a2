// As start-thread.js, for the thread that finishes a model pack.
import { register } from 'tsx/esm/api';

register();
await import('./finisher-thread.ts');
