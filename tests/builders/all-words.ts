import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { LANGUAGES, type LanguageCode } from '../../src/words/all';
import { compileWhenSaid, learn, speak } from '../../src/words/say';

// Every test may say everything, in every language; the page speaks English until a test says otherwise.
compileWhenSaid(compileMessageOrThrow);
for (const [code, { locale, words }] of Object.entries(LANGUAGES)) {
  const messages = Object.entries(words).flatMap(([area, named]) =>
    Object.entries(named as Record<string, string>).map(([name, message]) => [
      `${area}.${name}`,
      message,
    ]),
  );
  learn(code as LanguageCode, Object.fromEntries(messages) as Record<string, string>, locale);
}

// Another file may have spoken another language before, in the same process.
speak('en');
