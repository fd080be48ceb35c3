import type { ClipItem } from './clip-items.ts';

/** Writes a selection as Markdown: for each item a heading, paragraphs, sources and the permalink. */
export function toMarkdown(items: readonly ClipItem[]): string {
  const parts = items.map(({ title, text, sources, issue, address }) => {
    const credits = sources.map(({ name, url, date }) => {
      const report =
        url === undefined ? escapeMarkdown(name) : `[${escapeMarkdown(name)}](<${url}>)`;
      return date === undefined ? report : `${report} ${date}`;
    });
    const paragraphs = text.split('\n').map(escapeMarkdown).join('\n\n');
    return `## ${escapeMarkdown(title)}\n\n${paragraphs}\n\n来源：${credits.join('、')}\n\n载${issue}：<${address}>\n`;
  });
  return `# 选编\n\n${parts.join('\n')}`;
}

/** Escapes a text so that Markdown finds no markup in it. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>#|~]/g, '\\$&')
    .replace(/^(\s*)([-+=])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2');
}
