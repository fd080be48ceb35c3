import { formatChineseDate, formatWeekday } from '#lib/site/dates.ts';
import { paths } from '#lib/site/paths.ts';
import type { ItemProps } from '#lib/views/item.ts';
import { Attributions } from './Attributions.tsx';
import { Headline } from './Headline.tsx';
import styles from './ItemPage.module.css';
import { Neighbours } from './Neighbours.tsx';
import { Page } from './Page.tsx';
import { Prose } from './Prose.tsx';
import { StoryList } from './StoryList.tsx';
import { TopicLinks } from './TopicLinks.tsx';

/** One item by itself, with the story that it belongs to and the way to its issue. */
export function ItemPage({
  frame,
  item,
  issue,
  section,
  editor,
  unpublished,
  topics,
  story,
  previous,
  next,
}: ItemProps) {
  const { id, title, html, attributions } = item;
  return (
    <Page frame={frame} wide>
      <div className={styles.layout}>
        <article id={id} className={styles.item}>
          <h1>
            <Headline text={title} />
          </h1>
          {/* The spaces are for readers without styles. */}
          <p className={styles.dateline}>
            {unpublished === undefined ? null : <strong className="new">{unpublished}</strong>}
            <time dateTime={issue.date}>
              {formatChineseDate(issue.date)} {formatWeekday(issue.date)}
            </time>{' '}
            <a href={paths.section(section.id)}>{section.name}</a>
            {editor === undefined ? null : <span> 编辑：{editor}</span>}
          </p>
          <Prose html={html} />
          <div className={styles.line}>
            <Attributions attributions={attributions} />
            {topics.length === 0 ? null : (
              <span>
                <TopicLinks topics={topics} />
              </span>
            )}
            <item-tools />
          </div>
        </article>
        <aside className={styles.aside}>
          {story === undefined ? null : <StoryList {...story} />}
          <p>
            <a href={issue.place}>在《{issue.title}》中阅读</a>
          </p>
        </aside>
        <Neighbours label="条" previous={previous} next={next} />
      </div>
    </Page>
  );
}
