import Link from 'next/link';
import { readIssues } from '../archive.ts';

export default async function Page() {
  const issues = await readIssues();
  return (
    <ul>
      {issues.map(({ date, number }) => (
        <li key={date}>
          <Link href={`/issues/${date}`} prefetch={false}>
            {date} 第{number}期
          </Link>
        </li>
      ))}
    </ul>
  );
}
