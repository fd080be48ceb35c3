import type { LawProps } from '#lib/views/law.ts';
import type { LawsProps } from '#lib/views/laws.ts';
import { LawPage } from './LawPage.tsx';
import { LawsPage } from './LawsPage.tsx';

/** A page below `/laws`: one act, or the acts of a year or a month. */
export function LawOrPeriodPage(props: LawProps | LawsProps) {
  return 'items' in props ? <LawPage {...props} /> : <LawsPage {...props} />;
}
