import { exactJson } from '../../core/exact-json';

/** JSON has no word for NaN and the infinities: an object with this one field takes their place. */
const NUMBER = 'number';
const WORDS: Readonly<Record<string, number>> = {
  NaN,
  Infinity,
  '-Infinity': -Infinity,
};

/** Writes a value as JSON, with NaN and the infinities as `{"number":"NaN"}`. */
export function exactText(value: unknown): string {
  return exactJson(value) ?? JSON.stringify(value, asWord);
}

/** Reads it back. @throws SyntaxError */
export function parseExact(text: string): unknown {
  return text.includes(`{"${NUMBER}":"`) ? JSON.parse(text, fromWord) : JSON.parse(text);
}

function asWord(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? { [NUMBER]: `${value}` } : value;
}

function fromWord(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !(NUMBER in value)) return value;
  const word = value[NUMBER];
  const isOnly = Object.keys(value).length === 1 && typeof word === 'string';
  return isOnly && Object.hasOwn(WORDS, word) ? WORDS[word] : value;
}

/** Whether brackets of a JSON text are nested more deeply than so: what reads it later may call itself. */
export function isDeeper(text: string, most: number): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = endOfText(text, at);
      if (at < 0) return false;
    } else if (code === OPEN || code === OPEN_LIST) {
      if (++depth > most) return true;
    } else if (code === CLOSE || code === CLOSE_LIST) depth--;
  }
  return false;
}

const [QUOTE, BACKSLASH, OPEN, CLOSE, OPEN_LIST, CLOSE_LIST] = [0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d];

/** @returns where the text that begins at a quote ends; -1 where it does not */
function endOfText(text: string, from: number): number {
  for (let end = from; ;) {
    end = text.indexOf('"', end + 1);
    if (end < 0) return -1;
    let before = end - 1;
    while (text.charCodeAt(before) === BACKSLASH) before--;
    if ((end - before) % 2 === 1) return end;
  }
}
