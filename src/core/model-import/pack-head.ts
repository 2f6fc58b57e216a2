import { printable } from '../text';
import { problem, type Problem } from '../problem';
import { err, ok, type Result } from '../result';
import { slugify } from './describe-taxa';
import { sentence } from '../../words/told/sentence';

/** What a user may specify about the pack that is made from their files; the rest has defaults. */
export interface PackHeadOptions {
  /** Name of the model's file, for sentences about it. */
  readonly fileName?: string;
  /** Made from the title by default. */
  readonly id?: string;
  /** Made from the file's name by default. */
  readonly title?: string;
  /** `1.0.0` by default. */
  readonly version?: string;
  /** Probability from which a class is named. */
  readonly namedFrom?: number;
}

export interface PackHead {
  readonly fileName: string;
  readonly title: string;
  readonly id: string;
  readonly version: string;
  readonly namedFrom: number;
}

const ID = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;
const VERSION = /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]{1,40})?$/;
const LONGEST_TITLE = 120;

const FAULTS = {
  title: {
    message: 'modelPack.optionTitle',
    cure: sentence('modelPack.optionTitleCure', { most: LONGEST_TITLE }),
  },
  id: { message: 'modelPack.optionId', cure: sentence('modelPack.optionIdCure') },
  threshold: {
    message: 'modelPack.optionThreshold',
    cure: sentence('modelPack.optionThresholdCure'),
  },
  version: { message: 'modelPack.optionVersion', cure: sentence('modelPack.optionVersionCure') },
} as const;

/** Fills in what was not specified, and checks what was. */
export function readPackHead(
  options: PackHeadOptions,
  usual: { readonly fileName: string; readonly namedFrom: number },
): Result<PackHead, Problem<'import-option'>> {
  const fileName = printable(options.fileName ?? usual.fileName);
  const title = printable(options.title ?? titleOf(fileName)).trim();
  const id = options.id ?? (slugify(title) || 'imported-model');
  const version = options.version ?? '1.0.0';
  const namedFrom = options.namedFrom ?? usual.namedFrom;
  if (title === '' || (options.title?.length ?? 0) > LONGEST_TITLE)
    return badOption('title', title);
  if (!ID.test(id)) return badOption('id', id);
  if (!VERSION.test(version)) return badOption('version', version);
  if (!(namedFrom >= 0 && namedFrom <= 1)) return badOption('threshold', `${namedFrom}`);
  return ok({ fileName, title, id, version, namedFrom });
}

/** Removes the extension of the file's name: `model.bin` becomes `model`. */
function titleOf(fileName: string): string {
  return fileName.replace(/^.*[/\\]/, '').replace(/\.\w{1,8}$/, '') || 'Imported model';
}

function badOption(name: keyof typeof FAULTS, value: string) {
  const { message, cure } = FAULTS[name];
  const told = sentence(message, { value: JSON.stringify(printable(value)) });
  return err(problem('import-option', told, cure));
}
