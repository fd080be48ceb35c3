import { Fragment } from 'react';
import { paths } from '#lib/site/paths.ts';
import type { ShownAttribution } from '#lib/views/attributions.ts';
import styles from './Attributions.module.css';

/** The sources of an item: links to each publisher's page here and to its report, with the report's day if known. */
export function Attributions({ attributions }: { attributions: readonly ShownAttribution[] }) {
  if (attributions.length === 0) return null;
  return (
    <p className={styles.sources}>
      来源：
      {attributions.map(({ name, slug, url, date }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an item may cite one report of a publisher twice
        <Fragment key={index}>
          {index === 0 ? '' : '、'}
          <a href={paths.source(slug)}>{name}</a>
          {date === undefined ? null : (
            <>
              {' '}
              <time dateTime={date}>{date}</time>
            </>
          )}
          {url === undefined ? null : (
            <>
              {' '}
              <a href={url} rel="external" aria-label={`${name}原文`}>
                原文
              </a>
            </>
          )}
        </Fragment>
      ))}
    </p>
  );
}
