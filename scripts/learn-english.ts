// For commands, which are run without the build that gives each module of the page its sentences (vite/words.ts).
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { en } from '../src/words/en';
import { compileWhenSaid, learn } from '../src/words/say';
import { TOLD_AREAS } from '../src/words/told/sentence';

// A command says few of them.
compileWhenSaid(compileMessageOrThrow);
const told = TOLD_AREAS.flatMap((area) =>
  Object.entries(en[area]).map(([name, message]) => [`${area}.${name}`, message]),
);
learn('en', Object.fromEntries(told) as Record<string, string>);
