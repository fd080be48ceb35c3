import { Fragment, type ReactNode } from 'react';
import { paths } from '#lib/site/paths.ts';
import type { ShownAttribution } from '#lib/views/attributions.ts';
import styles from './Attributions.module.css';

type Props = { attributions: readonly ShownAttribution[] };

/**
 * The sources of an item on its own page: links to each publisher's page here, to its report and to the archive's copy,
 * and the report's day. A report that is gone has no link.
 */
export function Attributions({ attributions }: Props) {
  return (
    <Sources attributions={attributions}>
      {({ name, slug, url, date, ...standing }) => (
        <>
          <cite>
            <a href={paths.source(slug)}>{name}</a>
          </cite>
          <Day date={date} />
          {url === undefined ? null : (
            <>
              {' '}
              {standing.goneSince === undefined ? (
                <Report url={url} movedTo={standing.movedTo} label={`${name}原文`}>
                  原文
                </Report>
              ) : (
                <Gone url={url} since={standing.goneSince} />
              )}
              <Copy name={name} copy={standing.copy} />
            </>
          )}
        </>
      )}
    </Sources>
  );
}

/**
 * The sources of an item on the page of its issue, which has room for one link each: to the report, or to the copy of
 * one that is gone.
 */
export function ShortAttributions({ attributions }: Props) {
  return (
    <Sources attributions={attributions}>
      {({ name, url, date, ...standing }) => (
        <>
          <cite>
            {url === undefined || standing.goneSince !== undefined ? (
              name
            ) : (
              <Report url={url} movedTo={standing.movedTo}>
                {name}
              </Report>
            )}
          </cite>
          <Day date={date} />
          {url === undefined || standing.goneSince === undefined ? null : (
            <>
              {' '}
              <Gone url={url} since={standing.goneSince} />
              <Copy name={name} copy={standing.copy} />
            </>
          )}
        </>
      )}
    </Sources>
  );
}

type ReportProps = {
  url: string;
  movedTo: string | undefined;
  label?: string;
  children: ReactNode;
};

/** A link to a report. Where it has moved, the title says which address was cited. */
function Report({ url, movedTo, label, children }: ReportProps) {
  const title = movedTo === undefined ? undefined : `引用时的网址：${url}`;
  return (
    <a href={movedTo ?? url} rel="external" aria-label={label} title={title}>
      {children}
    </a>
  );
}

/** Says that a report is gone. The cited address stays as data: scripts cite it. */
function Gone({ url, since }: { url: string; since: string }) {
  return (
    <data value={url} title={url}>
      原文已不可访问（{since} 起）
    </data>
  );
}

/** A link to a copy in an archive. Its `rel` differs from a report's, which scripts look for. */
function Copy({ name, copy }: { name: string; copy: string | undefined }) {
  if (copy === undefined) return null;
  return (
    <>
      {' · '}
      <a href={copy} rel="external nofollow" aria-label={`${name}存档`}>
        存档
      </a>
    </>
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
