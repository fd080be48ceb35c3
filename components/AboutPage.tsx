import { paths } from '#lib/site/paths.ts';
import { mailtoOf } from '#lib/site/report-address.ts';
import type { AboutProps } from '#lib/views/about.ts';
import { Page } from './Page.tsx';
import { UsingTheSite } from './UsingTheSite.tsx';

/**
 * 关于: what the publication is, who makes it, how errors are reported, its sections, how to use the site, who may
 * reprint, and whom to write to.
 */
export function AboutPage(props: AboutProps) {
  const { frame, name, about, sections, reprint, contact } = props;
  return (
    <Page frame={frame}>
      <h1>关于{name}</h1>
      {about.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <Makers {...props} />
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
      <h2>更正与报错</h2>
      <p>
        更正登在原来那一条的下面，写明日期，订阅源里的那一条随之更新。
        <Reports contact={contact} />
      </p>
      <UsingTheSite {...props} />
      <h2>转载声明</h2>
      <p>{reprint}</p>
      <Contact contact={contact} />
    </Page>
  );
}

/** How often it comes out and who edits it, where `site.yml` says so. */
function Makers({ frequency, editors }: Pick<AboutProps, 'frequency' | 'editors'>) {
  if (frequency === undefined && editors.length === 0) return null;
  return (
    <dl>
      {frequency === undefined ? null : (
        <div>
          <dt>刊期</dt>
          <dd>{frequency}</dd>
        </div>
      )}
      {editors.length === 0 ? null : (
        <div>
          <dt>编辑</dt>
          <dd>{editors.join('、')}</dd>
        </div>
      )}
    </dl>
  );
}

/** Where an error is reported. The page for reports is named without an item. */
function Reports({ contact }: Pick<AboutProps, 'contact'>) {
  if (contact?.email !== undefined)
    return (
      <>
        发现差错，请写信到<a href={mailtoOf(contact.email)}>{contact.email}</a>
        ，写明是哪一条；用条目工具里的“报错”，标题和网址会自动填好。
      </>
    );
  if (contact?.url === undefined) return null;
  return <>发现差错，请用条目工具里的“报错”，标题和网址会自动填好。</>;
}

function Contact({ contact }: Pick<AboutProps, 'contact'>) {
  if (contact?.email === undefined && contact?.address === undefined) return null;
  return (
    <>
      <h2>联系</h2>
      <address>
        {contact.email === undefined ? null : (
          <p>
            <a href={mailtoOf(contact.email)}>{contact.email}</a>
          </p>
        )}
        {contact.address === undefined ? null : <p>{contact.address}</p>}
      </address>
    </>
  );
}
