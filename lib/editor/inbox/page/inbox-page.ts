import type { Feed } from '#lib/content/issue.ts';
import type { Candidate, Story } from '../candidates/candidates.ts';
import { whereFrom, whyFolded } from '../candidates/show.ts';
import type { OpenedInbox } from '../open-inbox.ts';
import type { InboxSession } from '../session.ts';
import { escapeHtml } from './escape-html.ts';

/** What the page shows besides the candidates. */
export type PageView = {
  /** The names of the sections that an item can be put into. */
  sections: readonly string[];
  /** The section that was chosen last. */
  section: string | undefined;
  /** What became of the last decision, a line each. */
  notes: readonly string[];
};

/** What the page may load and where its forms may lead: files of its own server, and nothing else. */
export const inboxPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** The page on which an editor goes through the candidates. Each decision is a form, so it works without scripts. */
export function inboxPage({ session, feeds, failures }: OpenedInbox, view: PageView): string {
  const { stories, folded } = session.inbox;
  const open = stories.flatMap((story) => openOf(session, story));
  const left = folded.flatMap(({ entry, story }) => {
    const candidates = openOf(session, story);
    return candidates.length === 0 ? [] : [{ entry, candidates }];
  });
  return page(
    `候选 ${open.length} 条`,
    `<div class="head">
<h1>候选 ${open.length} 条</h1>
<form method="post" action="decide" class="tools">
<button name="act" value="undo"${session.canUndo ? '' : ' disabled'}>撤销<kbd>u</kbd></button>
<button name="act" value="again">重新读取</button>
</form>
</div>
<p class="help">j、k 上下移动 · a 取 · x 不要 · l 留着以后看 · o 打开原文 · u 撤销</p>
<p role="status">${view.notes.map(escapeHtml).join('\n')}</p>
${open.length === 0 ? '<p>没有候选。</p>' : `<ol>${stories.map((story) => showStory(session, story, view)).join('')}</ol>`}
${
  left.length === 0
    ? ''
    : `<details><summary>折叠的 ${left.length} 件</summary><ol>${left
        .map(
          ({ entry, candidates }) =>
            `<li class="story"><p class="from">${escapeHtml(whyFolded(entry))}</p>${showCandidates(candidates, session, view)}</li>`,
        )
        .join('')}</ol></details>`
}
${failures.length === 0 ? '' : showFailures(feeds, failures)}
<script type="module" src="keys.js"></script>`,
  );
}

/** The page while the feeds are read. It asks again by itself. */
export function readingPage(done: number, all: number): string {
  const state = all === 0 ? '' : `${done} / ${all}`;
  return page(
    '正在读订阅源',
    `<h1>正在读订阅源</h1><p role="status">${state}</p><p class="help">读完自动列出。</p>`,
    '<meta http-equiv="refresh" content="1">',
  );
}

/** The page where the feeds or the content folder cannot be read. */
export function failedPage(reason: string): string {
  return page(
    '没有读成',
    `<h1>没有读成</h1><p role="status">${escapeHtml(reason)}</p>
<form method="post" action="decide" class="tools"><button name="act" value="again">重新读取</button></form>`,
  );
}

function page(title: string, body: string, head = ''): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="inbox.css">
<link rel="icon" href="data:,">
${head}</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

function openOf(session: InboxSession, story: Story): Candidate[] {
  return story.filter((candidate) => session.isUndecided(candidate));
}

function showStory(session: InboxSession, story: Story, view: PageView): string {
  const open = openOf(session, story);
  return open.length === 0 ? '' : `<li class="story">${showCandidates(open, session, view)}</li>`;
}

function showCandidates(
  candidates: readonly Candidate[],
  session: InboxSession,
  view: PageView,
): string {
  return candidates.map((candidate) => showCandidate(candidate, session, view)).join('');
}

function showCandidate(candidate: Candidate, session: InboxSession, view: PageView): string {
  const { key, title, url, words } = candidate;
  const kept = session.stateOf(candidate) === 'kept' ? '已留 · ' : '';
  const from = `${kept}${whereFrom(candidate)} · ${words.join('、')}`;
  const options = view.sections.map(
    (name) => `<option${name === view.section ? ' selected' : ''}>${escapeHtml(name)}</option>`,
  );
  return `<article class="candidate" id="c-${key}" tabindex="-1" aria-labelledby="t-${key}">
<h2 id="t-${key}"><a href="${escapeHtml(url)}" target="_blank" rel="noopener noreferrer">${escapeHtml(title)}</a></h2>
<p class="from">${escapeHtml(from)}</p>
<form method="post" action="decide" class="tools">
<input type="hidden" name="key" value="${key}">
<select name="section" aria-label="取到哪个栏目">${options.join('')}</select>
<button name="act" value="take">取<kbd>a</kbd></button>
<button name="act" value="decline">不要<kbd>x</kbd></button>
<button name="act" value="keep">留<kbd>l</kbd></button>
</form>
</article>
`;
}

function showFailures(feeds: readonly Feed[], failures: OpenedInbox['failures']): string {
  const lines = failures.map(
    ({ feed, reason }) =>
      `<li>${escapeHtml(feed.source)} ${escapeHtml(feed.url)}：${escapeHtml(reason)}</li>`,
  );
  return `<details class="failures"><summary>${feeds.length} 个订阅源里有 ${failures.length} 个没有读成</summary><ul>${lines.join('')}</ul></details>`;
}
