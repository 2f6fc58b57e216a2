import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  formatBytes,
  formatCount,
  formatDuration,
  formatPercent,
  formatSigned,
  formatStamp,
  formatTime,
  shortCount,
} from '../../../src/state/format';
import { formatMeasure } from '../../../src/state/format-measure';
import { inEnglish, inWords, listInWords } from '../../../src/words/in-words';
import { say, speak } from '../../../src/words/say';
import { sentence } from '../../../src/words/told/sentence';

beforeEach(() => speak('fr'));
afterEach(() => speak('en'));

/** Shows the blanks that one cannot see: ~ for a narrow one at which no line ends, _ for a wide one. */
const seen = (text: string) => text.replaceAll('\u202f', '~').replaceAll('\u00a0', '_');

describe('in French', () => {
  it('numbers have a decimal comma, and narrow blanks between thousands', () => {
    const all = [
      formatPercent(0.684),
      formatPercent(1),
      formatPercent(0),
      formatCount(1_234_567),
      formatSigned(-30.31, 1),
      formatSigned(0, 1),
      shortCount(1_240_000),
      shortCount(340_000),
    ];
    expect(all.map(seen)).toEqual([
      '68,4_%',
      '>~99,9_%',
      '<~0,1_%',
      '1~234~567',
      '−30,3',
      '0,0',
      '1,2M',
      '340k',
    ]);
  });

  it('sizes, durations and measures have the units of French', () => {
    const all = [
      formatBytes(1),
      formatBytes(512),
      formatBytes(2_600_000),
      formatDuration(7_500_000),
      formatMeasure('shiftPpm', -125.4),
    ];
    expect(all.map(seen)).toEqual(['1_octet', '512_octets', '2,6_Mo', '2_h 5_min', '−125_ppm']);
  });

  it('dates are in French order', () => {
    expect(formatTime(Date.UTC(2026, 10, 23, 19, 40))).toBe('23 nov. 2026, 19:40');
    expect(formatStamp('2019-12-12T10:22:10.787+11:00')).toBe('12 déc. 2019, 10:22 (UTC+11:00)');
  });

  it('none and one are singular', () => {
    const words = [0, 1, 2, 21_424].map((count) => say('results.samplesCopied', { count }));
    expect(words.map(seen)).toEqual([
      '0 échantillon copié.',
      '1 échantillon copié.',
      '2 échantillons copiés.',
      '21~424 échantillons copiés.',
    ]);
  });

  it('names are joined, and what is told is said, in French; exports stay English', () => {
    expect(listInWords(['A', 'B', 'C'])).toBe('A, B et C');
    const told = sentence('call.rankOpenSpecies', {
      taxon: 'K. africana',
      percent: '68.4%',
      limit: '90%',
    });
    expect(seen(inWords(told))).toBe(
      'L’espèce est incertaine_: K. africana 68,4_% (il faut 90_%).',
    );
    expect(inEnglish(told)).toBe('The species is uncertain: K. africana 68.4% (90% is needed).');
  });
});
