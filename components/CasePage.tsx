import { paths } from '#lib/site/paths.ts';
import type { CaseProps } from '#lib/views/case.ts';
import { CaseDetails } from './CasesPage.tsx';
import { DeskLinks } from './DeskLinks.tsx';
import { Headline } from './Headline.tsx';
import { NewestItems } from './NewestItems.tsx';
import { Page } from './Page.tsx';
import { QuotedSteps } from './StepLines.tsx';

/** One case: who and where, its steps with what the items say of them, and the items. */
export function CasePage({ frame, name, details, steps, items, feed, calendar }: CaseProps) {
  return (
    <Page frame={frame}>
      <DeskLinks list={{ name: '案件', path: paths.cases() }} />
      <h1>
        <Headline text={name} />
      </h1>
      <CaseDetails details={details} />
      <h2>经过</h2>
      <QuotedSteps steps={steps} />
      <NewestItems heading="报道" {...items} />
      <DeskLinks feed={feed} calendar={calendar} />
    </Page>
  );
}
