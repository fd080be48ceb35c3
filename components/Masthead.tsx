import type { ReactNode } from 'react';
import { MAX_QUERY } from '#lib/search/query.ts';
import { paths } from '#lib/site/paths.ts';
import type { Frame } from '#lib/views/frame.ts';
import styles from './Masthead.module.css';

/** The ways through the archive besides its sections. */
const WAYS = [
  { name: '主题', path: paths.topics() },
  { name: '脉络', path: paths.threads() },
  { name: '法规', path: paths.laws() },
  { name: '案件', path: paths.cases() },
  { name: '日程', path: paths.calendar() },
  { name: '数据', path: paths.trends() },
  { name: '往期', path: paths.archive() },
  { name: '订阅', path: paths.feeds() },
] as const;

type Props = {
  frame: Frame;
  /** The name and the date on the front page, with the page's `h1`. */
  front?: ReactNode;
};

/** The head of every page: the name, the search, and two lines with the sections and the ways through the archive. */
export function Masthead({ frame, front }: Props) {
  const sections = frame.sections.map(({ id, name }) => ({ name, path: paths.section(id) }));
  return (
    <header className={styles.masthead}>
      {front ?? (
        <p className={styles.name}>
          <a href={paths.home()}>{frame.name}</a>
        </p>
      )}
      <nav aria-label="栏目" className={styles.nav}>
        <Ways ways={sections} trail={frame.trail} />
        <Ways ways={WAYS} trail={frame.trail} />
      </nav>
      <div className={styles.tools}>
        <search className={styles.search}>
          <form action={paths.search()}>
            <input
              type="search"
              name="q"
              aria-label="检索"
              placeholder="检索"
              maxLength={MAX_QUERY}
            />
            {/* Not every keyboard has a key that submits a form. The button is hidden until it has the focus. */}
            <button type="submit" className="skip">
              检索
            </button>
          </form>
        </search>
        <reader-settings />
      </div>
    </header>
  );
}

/** Links of which the one that leads to this page, or to a page above it, is marked. */
function Ways({
  ways,
  trail,
}: { ways: readonly { name: string; path: string }[] } & Pick<Frame, 'trail'>) {
  const own = trail.at(-1)?.path;
  const above = new Set(trail.map(({ path }) => path));
  return (
    <ul>
      {ways.map(({ name, path }) => (
        <li key={path}>
          <a
            href={path}
            aria-current={path === own ? 'page' : above.has(path) ? 'true' : undefined}
          >
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
