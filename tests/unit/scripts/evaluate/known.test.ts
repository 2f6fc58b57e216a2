import { describe, expect, it } from 'vitest';
import {
  knownSpecies,
  OTHERS,
  PLATE,
  RKI,
} from '../../../../models/ribosomal-klebsiella/laboratories';
import { readDefinition } from '../../../../models/ribosomal-klebsiella/read-facts';
import { isForeign, knownByLabel } from '../../../../scripts/evaluate/known';

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

it('a species without its subspecies means all of them', () => {
  expect(idsOf('Klebsiella quasipneumoniae')).toEqual([
    'klebsiella-quasipneumoniae-similipneumoniae',
    'klebsiella-quasipneumoniae-quasipneumoniae',
  ]);
});

describe('the known species of a shared spectrum', () => {
  const known = (laboratory: string, name: string, path = '') =>
    knownSpecies(laboratory, { name, path })?.species;

  it('is the sequenced species of an isolate of the plate', () => {
    expect(known(PLATE, 'KPN297')).toBe('Klebsiella variicola');
  });

  it("is the strain's species of the institute", () => {
    expect(known(RKI, '', 'a/Kleb16_02/0_E18/1/1SLin/fid')).toBe('Klebsiella oxytoca');
    expect(known(RKI, '', 'a/LMTG72K11_0/0_K11/1/1SLin/fid')).toBe('Klebsiella oxytoca');
    expect(known(RKI, '', 'a/Citrobacter_diversus_LMTG70N11_0_N11.txt')).toBe(
      'Citrobacter diversus',
    );
  });

  it('is unknown for Italy, and for the two other species only that the model must refuse them', () => {
    expect(known(OTHERS, 'a')).toBe('other');
    expect(known('a laboratory in Italy', '3s')).toBeUndefined();
  });
});
