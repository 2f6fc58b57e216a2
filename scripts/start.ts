import { runNode } from './run-command';
import { say } from './say';

/** `npm start`: builds the production app and serves it on this computer. */
say('Building the app; it is served as soon as that is done.');
const built = await runNode('scripts/build.ts');
if (built !== 0) process.exit(built);
await import('./serve');
