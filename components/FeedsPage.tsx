import { Fragment } from 'react';
import { dataListLabels, dataListNames } from '#lib/site/data-lists.ts';
import { opmlType } from '#lib/site/feed-formats.ts';
import { paths } from '#lib/site/paths.ts';
import type { FeedsProps } from '#lib/views/feeds.ts';
import columns from './Columns.module.css';
import styles from './FeedsPage.module.css';
import { Page } from './Page.tsx';

/** 订阅: what a feed is, every feed in each format, all feeds in one file, and the editions of an issue. */
export function FeedsPage({ frame, groups, issues }: FeedsProps) {
  return (
    <Page frame={frame} wide>
      <h1>订阅</h1>
      <p className={columns.lead}>
        用RSS阅读器订阅，新的内容会自己送到，不必常来查看，也不用注册。把下面任一地址复制到阅读器里即可：每一条都是全文，注明来源；刊登更正时，原条目随之更新。三种格式内容相同，不知道选哪种就选RSS。
      </p>
      {groups.length === 0 ? (
        <p>还没有出版任何一期。</p>
      ) : (
        <p className={columns.lead}>
          想要全部，可以把
          <a href={paths.feedList()} type={opmlType}>
            OPML文件
          </a>
          一次导入阅读器，再去掉不要的。截止日、施行日、开庭与活动可以订阅到日历，见
          <a href={paths.calendar()}>日程</a>。
        </p>
      )}
      {groups.map(({ name, feeds }) => (
        <section key={name} aria-labelledby={`feeds-${name}`}>
          <h2 id={`feeds-${name}`}>{name}</h2>
          <ul className={`${columns.list} ${styles.list}`}>
            {feeds.map((feed) => (
              <li key={feed.page}>
                <a href={feed.page} className={styles.name}>
                  {feed.name}
                </a>{' '}
                <span className={styles.formats}>
                  {feed.formats.map(({ name: format, type, path }) => (
                    <a key={path} href={path} type={type} aria-label={`${feed.name} ${format}`}>
                      {format}
                    </a>
                  ))}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {issues.length === 0 ? null : (
        <section aria-labelledby="editions">
          <h2 id="editions">各期的其他形式</h2>
          <ul className={`${columns.list} ${styles.list}`}>
            {issues.map(({ title, path, editions }) => (
              <li key={path}>
                <a href={path} className={styles.name}>
                  {title}
                </a>{' '}
                <span className={styles.formats}>
                  {editions.map((edition) => (
                    <a
                      key={edition.path}
                      href={edition.path}
                      aria-label={`${title} ${edition.label}`}
                    >
                      {edition.label}
                    </a>
                  ))}
                </span>
              </li>
            ))}
          </ul>
          <p className={columns.lead}>
            更早的各期也都有，见<a href={paths.archive()}>往期</a>，那里还有各年的合订本；
            <a href={paths.issueList()}>各期目录</a>（JSON）列出全部地址。
          </p>
          <p className={columns.lead}>
            供程序读取的JSON：
            {dataListNames.map((name, index) => (
              <Fragment key={name}>
                {index > 0 && '、'}
                <a href={paths.dataList(name)}>{dataListLabels[name]}</a>
              </Fragment>
            ))}
            。内容与各页相同，每项附原句、日期与所在条目的地址。
          </p>
        </section>
      )}
    </Page>
  );
}
