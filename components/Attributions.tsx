import { Fragment, type ReactNode } from 'react';
import { paths } from '#lib/site/paths.ts';
import type { ShownAttribution } from '#lib/views/attributions.ts';
import styles from './Attributions.module.css';

type Props = { attributions: readonly ShownAttribution[] };

/** The sources of an item on its own page: links to each publisher's page here and to its report, and the report's day. */
export function Attributions({ attributions }: Props) {
  return (
    <Sources attributions={attributions}>
      {({ name, slug, url, date }) => (
        <>
          <cite>
            <a href={paths.source(slug)}>{name}</a>
          </cite>
          <Day date={date} />
          {url === undefined ? null : (
            <>
              {' '}
              <a href={url} rel="external" aria-label={`${name}原文`}>
                原文
              </a>
            </>
          )}
        </>
      )}
    </Sources>
  );
}

/** The sources of an item on the page of its issue, which has room for one link each: to the report. */
export function ShortAttributions({ attributions }: Props) {
  return (
    <Sources attributions={attributions}>
      {({ name, url, date }) => (
        <>
          <cite>
            {url === undefined ? (
              name
            ) : (
              <a href={url} rel="external">
                {name}
              </a>
            )}
          </cite>
          <Day date={date} />
        </>
      )}
    </Sources>
  );
}

function Sources({
  attributions,
  children,
}: Props & { children: (attribution: ShownAttribution) => ReactNode }) {
  if (attributions.length === 0) return null;
  return (
    <span className={styles.sources}>
      来源：
      {attributions.map((attribution, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an item may cite one report of a publisher twice
        <Fragment key={index}>
          {index === 0 ? '' : '、'}
          {children(attribution)}
        </Fragment>
      ))}
    </span>
  );
}

function Day({ date }: Pick<ShownAttribution, 'date'>) {
  if (date === undefined) return null;
  return (
    <>
      {' '}
      <time dateTime={date}>{date}</time>
    </>
  );
}
