import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import type { ModelManifest } from '../../../src/core/model-pack/types';
import { italicWords } from '../../../src/state/taxon-text';
import { modelText, namesInWords } from '../../../src/words/model-text';
import { speak } from '../../../src/words/say';

const { models } = JSON.parse(
  readFileSync(new URL('../../../public/models/index.json', import.meta.url), 'utf8'),
) as { models: { path: string }[] };
const manifests = models.map(
  ({ path }) =>
    JSON.parse(
      readFileSync(
        new URL(`../../../public/models/${path}/manifest.json`, import.meta.url),
        'utf8',
      ),
    ) as ModelManifest,
);

afterEach(() => speak('en'));

/** Sentences of a model, which are in no name. */
function textsOf({ title, summary, limits, taxa, thresholds }: ModelManifest): string[] {
  const notes = taxa.map(({ note }) => note).filter((note) => note !== '');
  return [title, summary, ...limits, ...notes, thresholds.source ?? ''];
}

describe('modelText', () => {
  it('says every sentence of the bundled models in French', () => {
    speak('fr');
    for (const manifest of manifests) {
      for (const text of textsOf(manifest)) {
        const shown = modelText(text);
        expect(shown.lang, text).toBeUndefined();
        expect(shown.text).not.toBe(text);
      }
    }
  });

  it('leaves the sentences of other models as they are, and says that they are English', () => {
    speak('fr');
    expect(modelText('Names what we have.')).toEqual({ text: 'Names what we have.', lang: 'en' });
  });

  it('says what the model says in English', () => {
    for (const text of manifests.flatMap(textsOf)) {
      expect(modelText(text)).toEqual({ text, lang: undefined });
    }
  });
});

describe('namesInWords', () => {
  const words = italicWords(manifests[0]!);

  it.each([
    ['K. michiganensis or K. grimontii', 'K. michiganensis ou K. grimontii'],
    ['Escherichia coli or Shigella', 'Escherichia coli ou Shigella'],
    ['Klebsiella pneumoniae complex', 'complexe Klebsiella pneumoniae'],
    ['K. pneumoniae complex: K. pneumoniae 68 %', 'complexe K. pneumoniae: K. pneumoniae 68 %'],
    ['K. oxytoca complex, species not resolved', 'complexe K. oxytoca, espèce non résolue'],
    ['K. variicola, subspecies not resolved', 'K. variicola, sous-espèce non résolue'],
    ['Klebsiella variicola (subspecies)', 'Klebsiella variicola (sous-espèces)'],
    ['Raoultella species', 'Raoultella sp.'],
    ['Cronobacter sakazakii and relatives', 'Cronobacter sakazakii et apparentés'],
    [
      'Enterobacter asburiae, E. kobei or a relative',
      'Enterobacter asburiae, E. kobei ou un apparenté',
    ],
    ['K. quasipneumoniae subsp. similipneumoniae', 'K. quasipneumoniae subsp. similipneumoniae'],
    ['Enterobacter roggenkampii or a relative', 'Enterobacter roggenkampii ou un apparenté'],
  ])('says %j in French', (name, french) => {
    speak('fr');
    expect(namesInWords(name, words)).toBe(french);
  });

  it('knows every name of the bundled models', () => {
    speak('fr');
    const names = manifests.flatMap(({ taxa, groups }) => [
      ...[...taxa, ...groups].flatMap(({ name, shortName }) => [name, shortName]),
      ...groups.map(({ unresolvedLabel }) => unresolvedLabel),
    ]);
    const english = /\b(?:or|and|species|subspecies|complex|group|not|relatives?)\b/;
    const left = names
      .map((name) => namesInWords(name, words))
      .filter((name) => english.test(name));
    expect(left).toEqual([]);
  });

  it('changes nothing in English, nor what is no name of the model', () => {
    expect(namesInWords('K. pneumoniae complex', words)).toBe('K. pneumoniae complex');
    speak('fr');
    for (const text of ['Bay one or Two', 'Ward complex', 'Aucun profil de Klebsiella', '']) {
      expect(namesInWords(text, words)).toBe(text);
    }
  });
});
