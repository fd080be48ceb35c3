import type { ShownIssue } from '#lib/views/issue.ts';
import styles from './Contents.module.css';
import { Headline } from './Headline.tsx';

/**
 * The table of contents of an issue: sections and items, as links to their places on the page. On narrow screens it is
 * above the text and folded; on wide screens it is beside the text and open.
 */
export function Contents({ sections }: Pick<ShownIssue, 'sections'>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls beside the text, and has to scroll by keyboard too
    <nav aria-label="本期目录" className={styles.contents} tabIndex={0}>
      <details>
        <summary>本期目录</summary>
        <ul>
          {sections.map(({ id, name, items }) => (
            <li key={id}>
              <a className={styles.section} href={`#${id}`}>
                {name}
              </a>
              {items.length === 0 ? null : (
                <ol>
                  {items.map((item) => (
                    <li key={item.id}>
                      {/* A key leads from section to section here, and from item to item in the text. */}
                      <a href={`#${item.id}`} tabIndex={-1}>
                        <Headline text={item.title} />
                      </a>
                    </li>
                  ))}
                </ol>
              )}
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}
