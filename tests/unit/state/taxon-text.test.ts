import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ModelManifest } from '../../../src/core/model-pack/types';
import { italicWords, splitTaxonText } from '../../../src/state/taxon-text';
import { speak } from '../../../src/words/say';
import { manifest } from './manifest';

const words = italicWords(manifest);
const shipped = '../../../public/models/ribosomal-klebsiella/2.0.0/manifest.json';
const bundled = italicWords(
  JSON.parse(readFileSync(new URL(shipped, import.meta.url), 'utf8')) as ModelManifest,
);

/** Marks the italic parts of the text by underscores. */
function marked(text: string): string {
  return splitTaxonText(text, words)
    .map((part) => (part.italic ? `_${part.text}_` : part.text))
    .join('');
}

describe('splitTaxonText', () => {
  it.each([
    ['G. alpha', '_G. alpha_'],
    ['Genus beta subsp. minor', '_Genus beta_ subsp. _minor_'],
    ['G. alpha complex, species not resolved', '_G. alpha_ complex, species not resolved'],
    ['No Genus pattern', 'No _Genus_ pattern'],
    ['Other (gamma, delta)', '_Other_ (_gamma_, _delta_)'],
    ['Both belong to G. alpha.', 'Both belong to _G. alpha_.'],
    ['G. unknownensis, G. ignota or G. alpha', '_G. unknownensis_, _G. ignota_ or _G. alpha_'],
    ['O. gamma is one, and G. sp. another', '_O. gamma_ is one, and _G._ sp. another'],
    ['Poor spectrum', 'Poor spectrum'],
    ['The alphabet is no species', 'The alphabet is no species'],
    ['', ''],
  ])('sets the names in %j in italics', (text, expected) => {
    expect(marked(text)).toBe(expected);
  });

  it('leaves a title that is quoted in its own language', () => {
    speak('fr');
    const text = (isQuoted: boolean) =>
      splitTaxonText('Importance of the G. alpha complex', words, isQuoted)
        .map((part) => part.text)
        .join('');
    expect(text(true)).toBe('Importance of the G. alpha complex');
    expect(text(false)).toBe('Importance of the complexe G. alpha');
    speak('en');
  });

  // Names such as "Cronobacter sakazakii and relatives" contain English words.
  it.each([
    'Knows 42 relatives in order to refuse them.',
    'Of what it names, nothing comes near, with a score of 0.0 or less.',
    'All subspecies, and any other: not a species of its own.',
  ])('leaves %j upright with the names of the bundled model', (text) => {
    expect(splitTaxonText(text, bundled)).toEqual([{ text, italic: false }]);
  });

  it('sets the names of the bundled model in italics', () => {
    const italic = (text: string) =>
      splitTaxonText(text, bundled).flatMap((part) => (part.italic ? [part.text] : []));
    expect(italic('Enterobacter asburiae, E. kobei or a relative')).toEqual([
      'Enterobacter asburiae',
      'E. kobei',
    ]);
    expect(italic('K. variicola subsp. tropica')).toEqual(['K. variicola', 'tropica']);
  });

  it('loses no character', () => {
    const text = ' G. alpha  Genus,beta-subsp. — minor…';
    expect(
      splitTaxonText(text, words)
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
  });
});
