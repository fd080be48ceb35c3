import { Fragment } from 'react';
import { paths } from '#lib/site/paths.ts';
import type { ItemProps } from '#lib/views/item.ts';

/** Links to the topics of an item, behind the word 主题. */
export function TopicLinks({ topics }: Pick<ItemProps, 'topics'>) {
  return (
    <>
      主题：
      {topics.map(({ id, name }, index) => (
        <Fragment key={id}>
          {index === 0 ? '' : '、'}
          <a href={paths.topic(id)}>{name}</a>
        </Fragment>
      ))}
    </>
  );
}
