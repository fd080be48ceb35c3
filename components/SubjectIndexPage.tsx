import { Fragment } from 'react';
import type { SubjectIndexProps } from '#lib/views/indexes.ts';
import columns from './Columns.module.css';
import { Page } from './Page.tsx';
import { SubjectList } from './SubjectList.tsx';

/** The list of all sources or all topics, each with the number of its items and its newest issue. */
export function SubjectIndexPage({ frame, name, description, entries, also }: SubjectIndexProps) {
  return (
    <Page frame={frame} wide>
      <h1>{name}</h1>
      <p className={columns.lead}>
        {description}
        {also.length === 0 ? null : '另见'}
        {also.map((page, index) => (
          <Fragment key={page.path}>
            {index === 0 ? '' : '、'}
            <a href={page.path}>{page.name}</a>
          </Fragment>
        ))}
        {also.length === 0 ? null : '。'}
      </p>
      <SubjectList entries={entries} />
    </Page>
  );
}
