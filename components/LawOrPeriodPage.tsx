import type { LawProps } from '#lib/views/law.ts';
import type { LawsProps } from '#lib/views/laws.ts';
import { LawPage } from './LawPage.tsx';
import { LawsPage } from './LawsPage.tsx';

/** What `/laws/…` shows: one act (`/laws/<id>`), or the acts of a year or a month (`/laws/2025`). */
export function LawOrPeriodPage(props: LawProps | LawsProps) {
  return 'items' in props ? <LawPage {...props} /> : <LawsPage {...props} />;
}
