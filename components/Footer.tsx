import { paths } from '#lib/site/paths.ts';
import type { Frame } from '#lib/views/frame.ts';
import styles from './Page.module.css';

/** The foot of every page: how to reprint, the pages about the site, and what the law asks for. */
export function Footer({ frame }: { frame: Frame }) {
  const { name, reprint, legal } = frame;
  return (
    <footer className={styles.foot}>
      <p>{reprint}</p>
      <p>
        {/* The spaces are for readers without styles. */}
        <a href={paths.about()}>关于{name}</a> <a href={paths.accessibility()}>无障碍</a>
      </p>
      {legal === undefined ? null : (
        <p className={styles.legal}>
          {legal.map(({ text, href, image }) => (
            <span key={text}>
              {image === undefined ? null : (
                // biome-ignore lint/performance/noImgElement: components know nothing of Next
                <img src={image} alt="" width="20" height="20" />
              )}
              {href === undefined ? text : <a href={href}>{text}</a>}{' '}
            </span>
          ))}
        </p>
      )}
    </footer>
  );
}
