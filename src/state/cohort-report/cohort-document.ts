import { say } from '../../words/say';
import { element, type MarkupElement } from '../markup/markup';
import { paragraph, section } from '../report/parts';
import { laboratoryElement, signatures } from '../report/report-facts';
import { reportFileHtml } from '../report/report-file';
import { judgeCohort } from './cohort-limits';
import { callsSection, cohortFacts, computedFacts } from './cohort-sections';
import type { CohortSource } from './cohort-source';
import { attentionSection, chartSection, platesTable } from './plate-sections';

/** Writes the report of a cohort as one file of HTML. It has no time in it: the same cohort gives the same file. */
export function cohortReportHtml(source: CohortSource): string {
  return reportFileHtml(source.name, cohortBody(source));
}

function cohortBody(source: CohortSource): MarkupElement {
  const cohort = judgeCohort(source.plates);
  return element(
    'div.report',
    {},
    element(
      'header',
      {},
      laboratoryElement(source.laboratory),
      element('p.kind', {}, say('cohortReport.kind')),
      element('h1', { tabindex: -1 }, source.name),
      element('p.use', {}, say('common.researchUse')),
    ),
    cohortFacts(source, cohort),
    callsSection(source),
    chartSection(cohort),
    attentionSection(cohort),
    platesTable(cohort),
    computedFacts(source),
    section(say('help.limitsTitle'), paragraph(say('report.limits'))),
    signatures(),
  );
}
