import { readDefinition, readMarkers } from '../../models/ribosomal-klebsiella/read-facts';
import type { MarkerModelDefinition } from '../../src/core/marker-model/build-pack';
import type { MarkerRow } from '../../src/core/marker-model/marker-table';
import type { MarkerParameters } from '../../src/core/marker-model/parameters';

/** The model without one of its parts. */
export interface Part {
  readonly name: string;
  readonly parameters: MarkerParameters;
  readonly definition?: MarkerModelDefinition;
  readonly rows?: readonly MarkerRow[];
}

/**
 * Error of the mass of L33meth in the first facts, Da: a methyl group counted as 15.1 and not as 14.027.
 */
const METHYL_ERROR = 1.07;
const METHYLATED = 'L33meth';
/** The assumed parameters of an ion for which none were estimated. */
const SUPPOSED = { detection: 0.6, offsetPpm: 0 };

/** Lists the model as shipped, and the model without each of its parts in turn. */
export function modelParts(shipped: MarkerParameters): readonly Part[] {
  const definition = readDefinition();
  const naming = definition.naming ?? [];
  return [
    { name: 'as shipped', parameters: shipped },
    {
      name: 'without tilt',
      parameters: {
        ...shipped,
        line: { ...shipped.line, tiltRange: 0, fine: { ...shipped.line.fine, tiltReach: 0 } },
      },
    },
    {
      name: 'one sensitivity only, 1',
      parameters: {
        ...shipped,
        sensitivity: { steps: [{ factor: 1, logPrior: 0 }], search: 1 },
      },
    },
    {
      name: 'without relatives',
      parameters: shipped,
      definition: {
        ...definition,
        taxa: definition.taxa.filter(({ outgroup = false }) => !outgroup),
      },
    },
    {
      name: `${METHYLATED} ${METHYL_ERROR} Da heavier, as it was`,
      parameters: shipped,
      rows: withHeavyMethyl(definition, readMarkers()),
    },
    { name: 'without S22', parameters: withoutLoci(shipped, ['S22']) },
    {
      name: 'without the loci that only name',
      parameters: withoutLoci(shipped, naming),
      definition: { ...definition, naming: [] },
    },
    {
      name: 'without S22 and the loci that only name',
      parameters: withoutLoci(shipped, ['S22', ...naming]),
      definition: { ...definition, naming: [] },
    },
    {
      name: 'ions of charge 1 only',
      parameters: mapIons(shipped, (charges) => ('1' in charges ? { '1': charges['1'] } : {})),
    },
    {
      name: `detection ${SUPPOSED.detection} and no offset everywhere`,
      parameters: mapIons(shipped, (charges) =>
        Object.fromEntries(Object.keys(charges).map((charge) => [charge, SUPPOSED])),
      ),
    },
  ];
}

function withoutLoci(parameters: MarkerParameters, loci: readonly string[]): MarkerParameters {
  const ions = Object.entries(parameters.ions).filter(([locus]) => !loci.includes(locus));
  return { ...parameters, ions: Object.fromEntries(ions) };
}

/**
 * Adds the error to the taxa that the model names. The relatives' masses were computed separately, and were
 * right.
 */
function withHeavyMethyl(
  { taxa }: MarkerModelDefinition,
  rows: readonly MarkerRow[],
): readonly MarkerRow[] {
  const named = new Set(
    taxa.filter(({ outgroup = false }) => !outgroup).flatMap(({ members }) => members),
  );
  return rows.map((row) =>
    row.locus === METHYLATED && row.mass !== null && named.has(row.taxon)
      ? { ...row, mass: row.mass + METHYL_ERROR }
      : row,
  );
}

function mapIons(
  parameters: MarkerParameters,
  change: (charges: MarkerParameters['ions'][string]) => MarkerParameters['ions'][string],
): MarkerParameters {
  return {
    ...parameters,
    ions: Object.fromEntries(
      Object.entries(parameters.ions).map(([locus, charges]) => [locus, change(charges)]),
    ),
  };
}
