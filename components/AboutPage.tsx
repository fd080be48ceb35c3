import { paths } from '#lib/site/paths.ts';
import type { AboutProps } from '#lib/views/about.ts';
import { Page } from './Page.tsx';

/** About the publication: what it is, its sections, how to reprint from it, and how to contact it. */
export function AboutPage({ frame, name, about, sections, reprint, contact }: AboutProps) {
  return (
    <Page frame={frame}>
      <h1>关于{name}</h1>
      {about.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <h2>栏目</h2>
      <dl>
        {sections.map(({ id, name: sectionName, description }) => (
          <div key={id}>
            <dt>
              <a href={paths.section(id)}>{sectionName}</a>
            </dt>
            <dd>{description}</dd>
          </div>
        ))}
      </dl>
      <h2>转载声明</h2>
      <p>{reprint}</p>
      {contact === undefined ? null : (
        <>
          <h2>联系</h2>
          <address>
            {contact.email === undefined ? null : (
              <p>
                <a href={`mailto:${contact.email}`}>{contact.email}</a>
              </p>
            )}
            {contact.address === undefined ? null : <p>{contact.address}</p>}
          </address>
        </>
      )}
    </Page>
  );
}
