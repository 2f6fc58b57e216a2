import { preprocess } from '../../models/ribosomal-klebsiella/read-spectra';
import { readSimulatorFacts } from '../../models/ribosomal-klebsiella/read-simulator-facts';
import { linearMz } from '../../src/simulate/axis';
import type { Organism, SimulatorFacts } from '../../src/simulate/facts';
import { simulateSpectrum } from '../../src/simulate/simulate-spectrum';
import type { Called } from './called';
import type { Evaluation } from './evaluation';
import { Variant, type VariantInput } from './variant';

/** Number of simulated spectra for each taxon that can be named, and for organisms that are in no table. */
const EACH = 40;
/** Number of simulated spectra for each relative; lower, since there are many relatives. */
const EACH_RELATIVE = 8;

interface Simulated {
  readonly name: string;
  /** Id of the right taxon; null where none must be named. */
  readonly right: string | null;
  readonly organisms: readonly { readonly organism: Organism; readonly seed: string }[];
}

/** Reports the model's answers for spectra that were simulated from the model's own facts. */
export async function tellSimulated({ report, shipped, definition }: Evaluation): Promise<void> {
  const facts = readSimulatorFacts();
  const mz = linearMz();
  const variant = await Variant.open(shipped);
  const relatives = definition.taxa.filter(({ outgroup = false }) => outgroup);
  const kinds: Simulated[] = [
    ...definition.taxa
      .filter((taxon) => !relatives.includes(taxon))
      .flatMap(({ id, members }) =>
        members.map((member) => ({
          name: `*${member}*`,
          right: id,
          organisms: drawn(member, EACH),
        })),
      ),
    {
      name: `${relatives.length} relatives, ${EACH_RELATIVE} of each member`,
      right: null,
      organisms: relatives.flatMap(({ members }) =>
        members.flatMap((member) => drawn(member, EACH_RELATIVE)),
      ),
    },
    {
      name: 'a species that is in no table',
      right: null,
      organisms: Array.from({ length: EACH }, (_, i) => ({
        organism: { kind: 'unmodelled' },
        seed: `unmodelled ${i}`,
      })),
    },
  ];
  report.heading('Simulated spectra');
  report.text(
    'Simulated accuracy does not foretell real accuracy: this shows what the model can tell apart at best, and what it does with species that it does not know. The simulator draws only the proteins and the masses that the facts have.',
  );
  const rows: (string | number)[][] = [];
  for (const { name, right, organisms } of kinds) {
    const judged: Called[] = await variant.judge(organisms.map((one) => simulated(facts, mz, one)));
    const species = judged.filter(({ call }) => call.kind === 'species');
    const count = (kind: string) => judged.filter(({ call }) => call.kind === kind).length;
    rows.push([
      name,
      judged.length,
      species.filter(({ call }) => call.taxon === right).length,
      species.filter(({ call }) => call.taxon !== right).length,
      count('group'),
      count('none'),
    ]);
  }
  report.table(
    ['simulated', 'spectra', 'named right', 'named wrong', 'group only', 'refused'],
    rows,
  );
}

function drawn(taxon: string, count: number): Simulated['organisms'] {
  return Array.from({ length: count }, (_, i) => ({
    organism: { kind: 'taxon', taxon },
    seed: `*${taxon}* ${i}`,
  }));
}

function simulated(
  facts: SimulatorFacts,
  mz: Float64Array,
  one: Simulated['organisms'][number],
): VariantInput {
  const intensity = Float64Array.from(simulateSpectrum(facts, one));
  const axis = { points: mz.length, mzFirst: mz[0]!, mzLast: mz[mz.length - 1]! };
  return { vector: preprocess({ mz, intensity }), axis };
}
