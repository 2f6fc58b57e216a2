import { describe, expect, it } from 'vitest';
import { italicWords, splitTaxonText } from '../../../src/state/taxon-text';
import { manifest } from './manifest';

const words = italicWords(manifest);

/** The text with its italic parts between underscores. */
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
  ])('sets %j', (text, expected) => {
    expect(marked(text)).toBe(expected);
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
