import type { CaseProps } from '#lib/views/case.ts';
import type { CasesProps } from '#lib/views/cases.ts';
import { CasePage } from './CasePage.tsx';
import { CasesPage } from './CasesPage.tsx';

/** What `/cases/…` shows: one case (`/cases/<id>`), or the cases of a year or a month (`/cases/2025`). */
export function CaseOrPeriodPage(props: CaseProps | CasesProps) {
  return 'items' in props ? <CasePage {...props} /> : <CasesPage {...props} />;
}
