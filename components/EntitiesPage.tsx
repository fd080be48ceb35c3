import type { EntitiesProps } from '#lib/views/entities.ts';
import columns from './Columns.module.css';
import { Page } from './Page.tsx';
import { SubjectList } from './SubjectList.tsx';

/** The list of all organisations and acts that items name, each with the number of its items and its newest issue. */
export function EntitiesPage({ frame, name, description, groups }: EntitiesProps) {
  return (
    <Page frame={frame} wide>
      <h1>{name}</h1>
      <p className={columns.lead}>{description}</p>
      {groups.length === 0 ? <p>还没有内容。</p> : null}
      {groups.map((group) => (
        <section key={group.id} aria-labelledby={group.id}>
          <h2 id={group.id}>{group.name}</h2>
          <SubjectList entries={group.entries} />
        </section>
      ))}
    </Page>
  );
}
