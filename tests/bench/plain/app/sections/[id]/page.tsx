import { readIssues } from '../../../archive.ts';

export async function generateStaticParams() {
  const issues = await readIssues();
  const ids = new Set(issues.flatMap(({ sections }) => sections.map(({ id }) => id)));
  return [...ids].map((id) => ({ id }));
}

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const issues = await readIssues();
  return (
    <ul>
      {issues.flatMap(({ date, sections }) =>
        sections
          .filter((section) => section.id === id)
          .flatMap(({ titles }) => titles)
          .map((title) => (
            <li key={date + title}>
              <a href={`/issues/${date}`}>{title}</a>
            </li>
          )),
      )}
    </ul>
  );
}
