import { describe, expect, it } from 'vitest';
import { inEnglish, inWords, listInWords, problemInEnglish } from '../../../src/words/in-words';
import { inTurn, sentence, type Sentence } from '../../../src/words/told/sentence';

describe('what is told', () => {
  it('is put into words with its values, sentences and lists among them', () => {
    const at = (locus: string, mz: string) => sentence('call.markerAt', { locus, mz });
    const named = sentence('call.markersName', {
      count: 3,
      markers: { list: [at('S22', '5280.67'), 'L31', at('L29', '7273.45')] },
      rival: 'K. variicola',
    });
    expect(inWords(named)).toBe(
      'Named by S22 at 5280.67, L31 and L29 at 7273.45, which tell it from K. variicola.',
    );
  });

  it('is one sentence after another', () => {
    const both = inTurn(sentence('call.weakEvidence'), null, 'It is so.');
    expect(inWords(both)).toBe('The evidence is weak. It is so.');
    expect(inTurn(sentence('call.weakEvidence'), null)).toEqual({ key: 'call.weakEvidence' });
  });

  it('is shown as it is where an older version stored a text', () => {
    const text = String.raw`The file C:\x41 {a} is cut off, '#'.`;
    expect(inWords(text)).toBe(text);
    const told = sentence('call.closestTo', { taxon: text });
    expect(inWords(told)).toBe(`closest to ${text}`);
  });

  it('says the key and the values where this version has no such message', () => {
    const newer = { key: 'call.fromTheFuture', values: { count: 3, of: 'run.zip' } };
    expect(inWords(newer as unknown as Sentence)).toBe(
      'Another version of ktyper stored a sentence here that this one does not know (call.fromTheFuture: count 3, of run.zip).',
    );
  });

  it('joins lists as the language does, or with semicolons', () => {
    expect(listInWords([])).toBe('');
    expect(listInWords(['A'])).toBe('A');
    expect(listInWords(['A', 'B'])).toBe('A and B');
    expect(listInWords(['A', 'B', 'C'])).toBe('A, B and C');
    const places = (last: 'or' | 'none') =>
      inEnglish(
        sentence('call.undecidedNotFound', { locus: 'S22', places: { list: ['A', 'B'], last } }),
      );
    expect(places('or')).toBe('S22 was not found. It is expected at A or B.');
    expect(places('none')).toBe('S22 was not found. It is expected at A; B.');
  });

  it('gives a problem its English, and leaves the rest of it', () => {
    const problem = {
      kind: 'x',
      message: sentence('call.weakEvidence'),
      cure: 'Wait.',
      path: 'a/fid',
    };
    expect(problemInEnglish(problem)).toEqual({
      kind: 'x',
      message: 'The evidence is weak.',
      cure: 'Wait.',
      path: 'a/fid',
    });
  });
});
