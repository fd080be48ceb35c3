import type { ReactNode } from 'react';
import { paths } from '#lib/site/paths.ts';
import type { Frame } from '#lib/views/frame.ts';
import { Footer } from './Footer.tsx';
import { speculationRules } from './inline-scripts.ts';
import styles from './Page.module.css';

type Props = {
  frame: Frame;
  /** The masthead of the front page, with the page's `h1`. */
  front?: ReactNode;
  /** Whether the main part has a layout of its own. Without it, it is one column as wide as a line of text. */
  wide?: boolean;
  children: ReactNode;
};

/** The frame of every page: skip link, masthead with the sections, main part, footer. */
export function Page({ frame, front, wide, children }: Props) {
  return (
    <>
      <a className="skip" href="#main">
        跳到正文
      </a>
      <header
        className={front === undefined ? styles.masthead : `${styles.masthead} ${styles.front}`}
      >
        {front ?? (
          <p className={styles.name}>
            <a href={paths.home()}>{frame.name}</a>
          </p>
        )}
        <div className={styles.bar}>
          <nav aria-label="栏目">
            <ul className={styles.nav}>
              {frame.sections.map(({ id, name }) => (
                <li key={id}>
                  <a href={paths.section(id)}>{name}</a>
                </li>
              ))}
              <li>
                <a href={paths.topics()}>主题</a>
              </li>
              <li>
                <a href={paths.threads()}>脉络</a>
              </li>
              <li>
                <a href={paths.sources()}>来源</a>
              </li>
              <li>
                <a href={paths.archive()}>往期</a>
              </li>
            </ul>
          </nav>
          <search className={styles.search}>
            <form action={paths.search()}>
              <input type="search" name="q" aria-label="检索" placeholder="检索" />
              {/* Not every keyboard has a key that submits a form. The button is hidden until it has the focus. */}
              <button type="submit" className="skip">
                检索
              </button>
            </form>
          </search>
          <reader-settings />
        </div>
      </header>
      <main id="main" className={wide ? `${styles.main} ${styles.wide}` : styles.main}>
        {children}
      </main>
      <Footer frame={frame} />
      <script type="module" src={paths.script('site')} />
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours */}
      <script type="speculationrules" dangerouslySetInnerHTML={{ __html: speculationRules }} />
    </>
  );
}
