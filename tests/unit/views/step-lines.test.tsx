import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { QuotedSteps } from '#components/StepLines.tsx';
import { lawOrPeriodPage } from '#lib/views/law.ts';
import { withDesk } from '#tests/support/desk-entries.ts';
import { actFact, archiveOfFacts } from '#tests/support/desk-facts.ts';

test('a step that only an editor states is marked, and quotes nothing', async () => {
  const archive = withDesk(
    await archiveOfFacts({
      '2025-03-31': [{ title: '某条', acts: [actFact('数据法', 'adopted', '2025-03-20')] }],
    }),
    '- item: <某条>\n  laws: [{ name: 数据法, steps: [通过 2025-03-20, 施行 2025-07-01] }]',
  );
  const page = lawOrPeriodPage(archive, { id: '数据法' });
  if (page === undefined || !('steps' in page)) throw new Error('the law has no page');
  const [read = '', added = ''] = renderToStaticMarkup(<QuotedSteps steps={page.steps} />).split(
    '</li>',
  );
  expect(read).toContain('<blockquote');
  expect(read).not.toContain('编辑补充');
  expect(added).not.toContain('<blockquote');
  expect(added).toContain('编辑补充，见<span>');
});
