import { notFound } from 'next/navigation';
import { readIssues } from '../../../archive.ts';

export async function generateStaticParams() {
  return (await readIssues()).map(({ date }) => ({ date }));
}

export default async function Page({ params }: { params: Promise<{ date: string }> }) {
  const { date } = await params;
  const issue = (await readIssues()).find((each) => each.date === date) ?? notFound();
  return (
    <main>
      <h1>
        {issue.date} 第{issue.number}期
      </h1>
      {issue.sections.map(({ id, name, html }) => (
        <section key={id}>
          <h2>{name}</h2>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: it comes from remark-html. */}
          <div dangerouslySetInnerHTML={{ __html: html }} />
        </section>
      ))}
    </main>
  );
}
