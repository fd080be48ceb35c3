import type { CaseProps } from '#lib/views/case.ts';
import type { CasesProps } from '#lib/views/cases.ts';
import { CasePage } from './CasePage.tsx';
import { CasesPage } from './CasesPage.tsx';

/** A page below `/cases`: one case, or the cases of a year or a month. */
export function CaseOrPeriodPage(props: CaseProps | CasesProps) {
  return 'items' in props ? <CasePage {...props} /> : <CasesPage {...props} />;
}
