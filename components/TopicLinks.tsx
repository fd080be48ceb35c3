import { Fragment } from 'react';
import { paths } from '#lib/site/paths.ts';

type Props = {
  topics: readonly string[];
  /** By id. */
  names: Record<string, string>;
};

/** Links to the topics of an item, behind the word 主题. */
export function TopicLinks({ topics, names }: Props) {
  return (
    <>
      主题：
      {topics.map((id, index) => (
        <Fragment key={id}>
          {index === 0 ? '' : '、'}
          <a href={paths.topic(id)}>{names[id]}</a>
        </Fragment>
      ))}
    </>
  );
}
