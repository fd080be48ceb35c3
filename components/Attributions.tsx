import { Fragment } from 'react';
import type { Attribution } from '#lib/content/issue.ts';
import { paths } from '#lib/site/paths.ts';
import styles from './Attributions.module.css';

/** The sources of an item: each publisher's page here, the report itself and its day where known. */
export function Attributions({ attributions }: { attributions: readonly Attribution[] }) {
  if (attributions.length === 0) return null;
  return (
    <p className={styles.sources}>
      来源：
      {attributions.map(({ source, url, date, place }, index) => (
        <Fragment key={`${place.line}:${place.column}`}>
          {index === 0 ? '' : '、'}
          <a href={paths.source(source.slug)}>{source.name}</a>
          {date === undefined ? null : (
            <>
              {' '}
              <time dateTime={date}>{date}</time>
            </>
          )}
          {url === undefined ? null : (
            <>
              {' '}
              <a href={url} rel="external" aria-label={`${source.name}原文`}>
                原文
              </a>
            </>
          )}
        </Fragment>
      ))}
    </p>
  );
}
