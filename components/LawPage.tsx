import { paths } from '#lib/site/paths.ts';
import type { LawProps } from '#lib/views/law.ts';
import { DeskLinks } from './DeskLinks.tsx';
import { Headline } from './Headline.tsx';
import { NewestItems } from './NewestItems.tsx';
import { Page } from './Page.tsx';
import { QuotedSteps } from './StepLines.tsx';

/** One act: its steps with what the items say of them, the items, and those that only mention it. */
export function LawPage(props: LawProps) {
  const { frame, name, kind, stage, steps, items, mentions, feed, calendar } = props;
  return (
    <Page frame={frame}>
      <DeskLinks list={{ name: '法规', path: paths.laws() }} />
      <h1>
        <Headline text={name} />
      </h1>
      <p>
        {kind}，现况：{stage}。
      </p>
      <h2>经过</h2>
      <QuotedSteps steps={steps} />
      <NewestItems heading="报道" {...items} />
      <NewestItems heading="提到" {...mentions} />
      <DeskLinks feed={feed} calendar={calendar} />
    </Page>
  );
}
