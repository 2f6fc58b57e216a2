import { describe, expect, it } from 'vitest';
import { readDefinition } from '../../../../models/ribosomal-klebsiella/read-facts';
import { isForeign, knownByForest, knownByLabel } from '../../../../scripts/evaluate/known';

const model = readDefinition();
const idsOf = (label: string) => [...knownByLabel(label, model).taxa];

describe('a label', () => {
  it.each([
    ['Klebsiella oxytoca', ['klebsiella-oxytoca']],
    [' klebsiella  OXYTOCA ', ['klebsiella-oxytoca']],
    ['K. oxytoca', ['klebsiella-oxytoca']],
    ['Klebsiella oxytoca ATCC 13182', ['klebsiella-oxytoca']],
    ['Klebsiella pneumoniae subsp. ozaenae', ['klebsiella-pneumoniae']],
    ['Klebsiella grimontii', ['klebsiella-michiganensis-grimontii']],
    ['Klebsiella africana', ['klebsiella-pneumoniae']],
    ['Klebsiella variicola', ['klebsiella-variicola', 'klebsiella-variicola-tropica']],
    ['Klebsiella variicola subsp. tropica', ['klebsiella-variicola-tropica']],
  ])('means a taxon: %s', (label, ids) => {
    expect(idsOf(label)).toEqual(ids);
  });

  it('means all taxa of a complex or a genus', () => {
    const complex = model.groups.find(({ id }) => id === 'klebsiella-oxytoca-complex');
    expect(idsOf('K. oxytoca complex')).toEqual(complex?.members);
    expect(idsOf('Klebsiella sp.').every((id) => id.startsWith('klebsiella-'))).toBe(true);
    expect(idsOf('Klebsiella sp.').length).toBeGreaterThan(5);
  });

  it.each(['other', 'Escherichia coli', 'Citrobacter freundii', 'Bacillus', 'Klebs'])(
    'means a spectrum that the model must refuse: %s',
    (label) => {
      expect(isForeign(knownByLabel(label, model))).toBe(true);
    },
  );
});

it('a class of the forest means all subspecies of its species', () => {
  expect([...knownByForest('klebsiella-quasipneumoniae', model).taxa]).toEqual([
    'klebsiella-quasipneumoniae-similipneumoniae',
    'klebsiella-quasipneumoniae-quasipneumoniae',
  ]);
});
