import { type Attributes, type XmlHandler, XmlReader } from '../../open-formats/document/xml';
import { problem, type Problem } from '../../problem';
import { err, ok, type Result } from '../../result';
import { sentence } from '../../../words/told/sentence';

export type { Attributes, XmlHandler };
export type WorkbookProblem = Problem<'workbook-broken'>;

/** Reads one part of a workbook to its end. It expands no entity and refuses a document type. */
export function readXmlPart(xml: string, handler: XmlHandler): Result<null, WorkbookProblem> {
  const reader = new XmlReader(handler);
  // An empty element has no end of its own otherwise, and a mark is no part of the document.
  reader.write(xml.replace(/^\ufeff/, ''));
  reader.end();
  return reader.fault === null ? ok(null) : err(brokenWorkbook());
}

export function brokenWorkbook(): WorkbookProblem {
  return problem(
    'workbook-broken',
    sentence('sheet.workbookBroken'),
    sentence('sheet.workbookBrokenCure'),
  );
}
