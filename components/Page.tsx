import type { ReactNode } from 'react';
import { paths } from '#lib/site/paths.ts';
import type { Frame } from '#lib/views/frame.ts';
import { Breadcrumbs } from './Breadcrumbs.tsx';
import { Footer } from './Footer.tsx';
import { speculationRules } from './inline-scripts.ts';
import { Masthead } from './Masthead.tsx';
import styles from './Page.module.css';

type Props = {
  frame: Frame;
  /** The masthead of the front page, with the page's `h1`. */
  front?: ReactNode;
  /** Whether the main part has a layout of its own. Without it, it is one column as wide as a line of text. */
  wide?: boolean;
  children: ReactNode;
};

/** The frame of every page: skip link, masthead, breadcrumbs, main part, footer. */
export function Page({ frame, front, wide, children }: Props) {
  return (
    <>
      <a className="skip" href="#main">
        跳到正文
      </a>
      <Masthead frame={frame} front={front} />
      <Breadcrumbs trail={frame.trail} />
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
