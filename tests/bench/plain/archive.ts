import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import matter from 'gray-matter';
import { remark } from 'remark';
import html from 'remark-html';

export type PlainSection = { id: string; name: string; html: string; titles: string[] };
export type PlainIssue = { date: string; number: number | undefined; sections: PlainSection[] };

const IDS: Record<string, string> = {
  关注·动向: 'focus',
  产业要闻: 'industry',
  资讯速递: 'briefs',
  海外传真: 'overseas',
};

let archive: Promise<PlainIssue[]> | undefined;

/** All issues, newest first; read once a process, as a careful author would. */
export function readIssues(): Promise<PlainIssue[]> {
  archive ??= readAll();
  return archive;
}

async function readAll(): Promise<PlainIssue[]> {
  const folder = join(process.env.CONTENT_DIR ?? '', 'issues');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md'));
  const issues = await Promise.all(
    names.map(async (name) =>
      readIssue(name.slice(0, -3), await readFile(join(folder, name), 'utf8')),
    ),
  );
  return issues.sort((a, b) => (a.date < b.date ? 1 : -1));
}

async function readIssue(date: string, text: string): Promise<PlainIssue> {
  const { data, content } = matter(text, {});
  const parts = content.split(/^## (.+)$/m).slice(1);
  const sections: PlainSection[] = [];
  for (let index = 0; index < parts.length; index += 2) {
    const name = parts[index] ?? '';
    const body = parts[index + 1] ?? '';
    sections.push({
      id: IDS[name] ?? name,
      name,
      html: String(await remark().use(html).process(body)),
      titles: Array.from(body.matchAll(/^### (.+)$/gm), ([, title]) => title ?? ''),
    });
  }
  return { date, number: typeof data.number === 'number' ? data.number : undefined, sections };
}
