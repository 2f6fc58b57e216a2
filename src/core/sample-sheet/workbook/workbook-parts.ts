import { ok, type Result } from '../../result';
import { readXmlPart, type WorkbookProblem } from './xml-part';

/** Tables of a workbook that are looked through for the columns. */
const MOST_WORKSHEETS = 20;

/**
 * Finds the worksheets of a workbook, in the order of its tabs.
 *
 * @param workbook text of `xl/workbook.xml`
 * @param relations text of `xl/_rels/workbook.xml.rels`
 * @returns paths inside the workbook
 */
export function worksheetPaths(
  workbook: string,
  relations: string,
): Result<readonly string[], WorkbookProblem> {
  const targets = new Map<string, string>();
  const related = readXmlPart(relations, {
    open(name, attributes) {
      const id = attributes.get('Id');
      const target = attributes.get('Target');
      if (name !== 'Relationship' || id === undefined || target === undefined) return;
      if (attributes.get('Type')?.endsWith('/worksheet') === true) targets.set(id, pathOf(target));
    },
    text: () => undefined,
    close: () => undefined,
  });
  if (!related.ok) return related;
  const paths: string[] = [];
  const read = readXmlPart(workbook, {
    open(name, attributes) {
      const path = name === 'sheet' ? targets.get(attributes.get('id') ?? '') : undefined;
      if (path !== undefined && paths.length < MOST_WORKSHEETS) paths.push(path);
    },
    text: () => undefined,
    close: () => undefined,
  });
  return read.ok ? ok(paths) : read;
}

/** @param target from the root of the workbook, or from the folder `xl` */
function pathOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
}
