import type { Candidate, Story } from './candidates/candidates.ts';
import { whereFrom, whyFolded } from './candidates/show.ts';
import type { InboxSession } from './session.ts';

/** How a list names its candidates: by numbers where an editor answers, by keys where a later command does. */
export type Naming = 'numbers' | 'keys';

type Options = { by: Naming; all: boolean };

/**
 * The candidates that are still open, a line each. A story begins with its first report; other reports of it are
 * indented below.
 * @param all whether folded stories are listed too
 */
export function listCandidates(session: InboxSession, { by, all }: Options): string[] {
  const { stories, folded } = session.inbox;
  const lines = stories.flatMap((story) => listStory(session, story, by));
  const open = folded.filter(({ story }) => story.some((each) => session.isUndecided(each)));
  if (open.length === 0) return lines;
  if (!all)
    return [...lines, `另有 ${open.length} 件折叠起来：各期已经讲过，或者不要的；--all 列出。`];
  return [
    ...lines,
    ...open.flatMap(({ entry, story }) => [
      `—— ${whyFolded(entry)}`,
      ...listStory(session, story, by),
    ]),
  ];
}

/** A candidate as `--json` prints it. */
type ListedCandidate = Pick<Candidate, 'key' | 'title' | 'url' | 'source' | 'day' | 'words'> & {
  kept: boolean;
  /** Why its story is folded. */
  folded?: string;
};

/** The candidates as plain data: a list of stories, each a list of reports. */
export function candidatesAsJson({ inbox }: InboxSession, all: boolean): ListedCandidate[][] {
  const plain = ({ key, title, url, source, day, words, kept }: Candidate): ListedCandidate => ({
    key,
    title,
    url,
    source,
    day,
    words,
    kept,
  });
  const folded = all ? inbox.folded : [];
  return [
    ...inbox.stories.map((story) => story.map(plain)),
    ...folded.map(({ entry, story }) =>
      story.map((each) => ({ ...plain(each), folded: whyFolded(entry) })),
    ),
  ];
}

function listStory(session: InboxSession, story: Story, by: Naming): string[] {
  const open = story.filter((candidate) => session.isUndecided(candidate));
  return open.map((candidate, at) => {
    const name = by === 'keys' ? candidate.key : String(session.numberOf(candidate)).padStart(3);
    return `${name} ${at === 0 ? '' : '  └ '}${showCandidate(candidate, session.stateOf(candidate) === 'kept')}`;
  });
}

/** `题目（光明日报 3月26日）人工智能（大模型）`. */
function showCandidate(candidate: Candidate, kept: boolean): string {
  const { title, words } = candidate;
  return `${kept ? '〔留〕' : ''}${title} · ${whereFrom(candidate)} · ${words.join('、')}`;
}
