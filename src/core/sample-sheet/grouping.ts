import type { Interruptible } from '../interruptible';
import { plateFolders } from '../plate/plate-folders';
import { nameOfPlace, placeOfSpot, type SpotPlace } from '../plate/spot-place';
import { problem, type Problem } from '../problem';
import { FirstSpots } from './first-spots';
import { foldName, spotOf } from './fold-name';
import type { Grouping, GroupingReport } from './grouping-kinds';
import type { SpectrumInDrop } from './sheet-set';
import { NAMED, oneByOne } from './told-lists';
import { inTurn, sentence } from '../../words/told/sentence';

/** What a spectrum's sample is called, and what tells it from others of that name. */
export interface GroupName {
  readonly key: string;
  readonly name: string;
  /** Whether the sample is called as its spectra are, where they are all called the same. */
  readonly takesName?: boolean;
}

/** What came of a grouping, and what the person has to know of it. */
export interface GroupingFindings {
  readonly report: GroupingReport;
  readonly problems: readonly Problem[];
}

interface Plate {
  /** [spot] the folder of the sample that was measured there. */
  readonly claims: Map<string, string>;
  columns: number;
  /** Whether each sample's folder is a plate of its own, because two of them have the same spot. */
  isSeveral: boolean;
}

const SMALL = { rows: 8, columns: 12 } as const;
const LARGE = { rows: 16, columns: 24 } as const;

/** Makes samples by the spectra's names or spots. */
export class SampleGrouping {
  readonly #grouping: Grouping;
  readonly #plates = new Map<string, Plate>();
  readonly #firstSpots = new FirstSpots();
  readonly #start: SpotPlace | null;
  /** Grows when what was said of earlier spectra may no longer hold: a plate turned out to be a large one, say. */
  revision = 0;

  constructor(grouping: Grouping) {
    this.#grouping = grouping;
    this.#start = grouping.kind === 'spots' ? placeOfSpot(grouping.start ?? '') : null;
  }

  /** Whether it depends on all spectra what the sample of one is. */
  get asksForAll(): boolean {
    return this.#grouping.kind === 'spots' && this.#start === null;
  }

  /**
   * Notes a spectrum's spot, since each plate's samples begin at the first one that is in the run. The sooner all
   * are noted, the less is said twice.
   */
  note(spectrum: SpectrumInDrop): void {
    if (this.#grouping.kind !== 'spots' || this.#start !== null) return;
    const { source, pathInSource, isLeftOut, spot } = spectrum;
    const { run, sample } = plateFolders(spectrum.pathInDrop);
    const plate = this.#plates.get(run);
    const folder = plate?.isSeveral === true ? sample : run;
    const before = this.#firstSpots.of(folder);
    const place = isLeftOut ? null : placeOfSpot(spotOf(spot) ?? '');
    this.#firstSpots.note(`${source}/${pathInSource}`, [run, sample], place);
    const now = this.#firstSpots.of(folder);
    if (plate === undefined || before === null || now === null) return;
    const moved = indexOf(now, plate.columns) - indexOf(before, plate.columns);
    if (moved % this.#grouping.every !== 0) this.revision += 1;
  }

  /** The sample that a spectrum belongs to; null for one by itself. */
  sampleOf(spectrum: SpectrumInDrop): GroupName | null {
    if (this.#grouping.kind === 'spots') return this.#ofSpot(spectrum, this.#grouping.every);
    const name = foldName(spectrum.name);
    return name === '' ? null : { key: name, name };
  }

  /** @param spectra all of the run: thousands, so that it works in steps */
  *findings(spectra: readonly SpectrumInDrop[]): Interruptible<GroupingFindings> {
    const grouping = this.#grouping;
    const members = new Map<string, { readonly name: string; readonly of: SpectrumInDrop[] }>();
    const alone = { noSpot: 0, before: 0 };
    for (const spectrum of spectra) {
      this.note(spectrum);
      yield;
    }
    for (const spectrum of spectra) {
      yield;
      if (spectrum.isLeftOut) continue;
      const group = this.sampleOf(spectrum);
      if (group === null) alone[spotOf(spectrum.spot) === null ? 'noSpot' : 'before'] += 1;
      else {
        const one = members.get(group.key) ?? { name: group.name, of: [] };
        members.set(group.key, one);
        one.of.push(spectrum);
      }
    }
    const groups = [...members.values()];
    const samples = groups.length;
    if (grouping.kind === 'name') {
      return { report: { ...grouping, samples, incomplete: [] }, problems: severalRuns(groups) };
    }
    const short = groups.flatMap(({ name, of }) => {
      const spots = new Set(of.map(({ spot }) => spotOf(spot) ?? ''));
      return spots.size < grouping.every ? [{ name, spots: [...spots] }] : [];
    });
    return {
      report: {
        ...grouping,
        samples,
        incomplete: short.map(({ name }) => name),
        ...this.#begins(),
      },
      problems: [
        ...(short.length > 0 ? [incompleteProblem(short, grouping.every)] : []),
        ...namesProblem(groups),
        ...(alone.before > 0 ? [beforeStartProblem(alone.before, grouping.start ?? '')] : []),
        ...(alone.noSpot > 0 ? [noSpotProblem(alone.noSpot)] : []),
      ],
    };
  }

  /** Spot that the samples begin at; nothing where plates differ in it. */
  #begins(): Pick<GroupingReport, 'begins'> {
    const starts = new Set<string>();
    for (const [run, plate] of this.#plates) {
      const folders = plate.isSeveral ? new Set(plate.claims.values()) : [run];
      for (const folder of folders) {
        const start = this.#start ?? this.#firstSpots.of(folder);
        if (start !== null) starts.add(nameOfPlace(start));
      }
    }
    const [begins] = starts;
    return begins !== undefined && starts.size === 1 ? { begins } : {};
  }

  #ofSpot(spectrum: SpectrumInDrop, every: number): GroupName | null {
    const spot = spotOf(spectrum.spot);
    const place = spot === null ? null : placeOfSpot(spot);
    if (spot === null || place === null) return null;
    this.note(spectrum);
    const { run, sample } = plateFolders(spectrum.pathInDrop);
    const plate = this.#plates.get(run) ?? {
      claims: new Map<string, string>(),
      columns: SMALL.columns,
      isSeveral: false,
    };
    this.#plates.set(run, plate);
    const claimed = plate.claims.get(spot);
    plate.claims.set(spot, claimed ?? sample);
    if (!plate.isSeveral && claimed !== undefined && claimed !== sample) {
      plate.isSeveral = true;
      this.revision += 1;
    }
    const start = this.#start ??
      this.#firstSpots.of(plate.isSeveral ? sample : run) ?? { row: 0, column: 0 };
    if (place.row >= SMALL.rows || place.column >= SMALL.columns) {
      const isEven = SMALL.columns % every === 0 && start.column % every === 0;
      if (plate.columns === SMALL.columns && !isEven) this.revision += 1;
      plate.columns = LARGE.columns;
    }
    const { columns } = plate;
    const size = columns * (columns === SMALL.columns ? SMALL.rows : LARGE.rows);
    const at = indexOf(place, columns) - indexOf(start, columns);
    if (at < 0) return null;
    const first = indexOf(start, columns) + at - (at % every);
    const last = Math.min(first + every, size) - 1;
    const name = `${spotAt(first, columns)}–${spotAt(last, columns)}`;
    return { key: `${plate.isSeveral ? sample : run}\n${name}`, name, takesName: true };
  }
}

function indexOf({ row, column }: SpotPlace, columns: number): number {
  return row * columns + column;
}

function spotAt(at: number, columns: number): string {
  return nameOfPlace({ row: Math.floor(at / columns), column: at % columns });
}

interface Members {
  readonly name: string;
  readonly of: readonly SpectrumInDrop[];
}

function severalRuns(groups: readonly Members[]): readonly Problem<'groups-several-runs'>[] {
  const several = groups.filter(({ of }) => new Set(of.map(({ source }) => source)).size > 1);
  const [first] = several;
  if (first === undefined) return [];
  const named = several.slice(0, NAMED).map(({ name }) => name);
  const names = named.join(', ') + (several.length > NAMED ? ' ...' : '');
  return [
    problem(
      'groups-several-runs',
      sentence('sheet.groupsSeveralRuns', { count: several.length, names }),
      sentence('sheet.groupsSeveralRunsCure'),
    ),
  ];
}

function incompleteProblem(
  short: readonly { readonly name: string; readonly spots: readonly string[] }[],
  every: number,
): Problem<'groups-incomplete'> {
  const named = short
    .slice(0, NAMED)
    .map(({ name, spots }) => sentence('sheet.groupHas', { name, spots: spots.join(', ') }));
  const groups = oneByOne(named, short.length);
  return problem(
    'groups-incomplete',
    sentence('sheet.groupsIncomplete', { count: short.length, every, groups }),
    sentence('sheet.groupsIncompleteCure'),
  );
}

/** Reports a name that is in two groups, of which one has other names too. */
function namesProblem(groups: readonly Members[]): readonly Problem<'groups-names'>[] {
  const groupsOf = new Map<string, Set<string>>();
  const namesOf = groups.map(({ name, of }) => {
    const names = new Set(of.map((spectrum) => foldName(spectrum.name)));
    for (const one of names) groupsOf.set(one, (groupsOf.get(one) ?? new Set()).add(name));
    return { name, names: [...names] };
  });
  const mixed = namesOf.flatMap(({ name, names }) => {
    const shared = names.find((one) => (groupsOf.get(one)?.size ?? 0) > 1);
    return names.length > 1 && shared !== undefined ? [{ name, names, shared }] : [];
  });
  const [first] = mixed;
  if (first === undefined) return [];
  const { name, shared } = first;
  const names = first.names.slice(0, NAMED).join(', ');
  const where = { list: [...(groupsOf.get(shared) ?? [])] };
  const others = mixed.length - 1;
  return [
    problem(
      'groups-names',
      inTurn(
        sentence('sheet.groupsNames', { name, names, shared, where }),
        others === 0 ? null : sentence('sheet.groupsNamesMore', { count: others }),
      ),
      sentence('sheet.groupsNamesCure'),
    ),
  ];
}

function beforeStartProblem(alone: number, start: string): Problem<'groups-before-start'> {
  return problem(
    'groups-before-start',
    sentence('sheet.groupsBeforeStart', { count: alone, start }),
    sentence('sheet.groupsBeforeStartCure'),
  );
}

function noSpotProblem(alone: number): Problem<'groups-no-spot'> {
  return problem(
    'groups-no-spot',
    sentence('sheet.groupsNoSpot', { count: alone }),
    sentence('sheet.groupsNoSpotCure'),
  );
}
