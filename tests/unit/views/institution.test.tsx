import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { AboutPage } from '#components/AboutPage.tsx';
import { AccessibilityPage } from '#components/AccessibilityPage.tsx';
import { Footer } from '#components/Footer.tsx';
import { Head } from '#components/Head.tsx';
import type { Archive } from '#lib/content/archive.ts';
import type { Site } from '#lib/site/site.ts';
import { aboutPage } from '#lib/views/about.ts';
import { accessibilityPage } from '#lib/views/accessibility.ts';
import { factsOf, testRegistries } from '#tests/support/registries.ts';

const { site, sections } = testRegistries();
const base: Archive = {
  site,
  sections: [...sections.entries],
  sources: [],
  topics: [],
  entities: [],
  redirects: [],
  threads: [],
  desk: [],
  today: '2025-04-07',
  issues: [],
  factsOf,
  readPublicFile: async () => undefined,
};
const withSite = (more: Partial<Site>) => ({ ...base, site: { ...base.site, ...more } });
const footer = (more: Partial<Site>) =>
  renderToStaticMarkup(<Footer frame={aboutPage(withSite(more)).frame} />);
const about = (more: Partial<Site>) =>
  renderToStaticMarkup(<AboutPage {...aboutPage(withSite(more))} />);
const statement = (more: Partial<Site>) =>
  renderToStaticMarkup(<AccessibilityPage {...accessibilityPage(withSite(more))} />);

test('the head of a page says where errors are reported, and only where site.yml does', () => {
  const head = (more: Partial<Site>) =>
    renderToStaticMarkup(<Head {...aboutPage(withSite(more))} />);
  expect(head({ contact: { email: 'desk@example.org' } })).toContain(
    '<link rel="help" href="mailto:desk@example.org"/>',
  );
  const url = 'https://example.org/r?t={title}&a={address}';
  const html = head({ contact: { url } });
  expect(html).toContain(`data-to="${url.replace('&', '&amp;')}"`);
  expect(html).not.toMatch(/href="[^"]*\{/);
  expect(head({ contact: { url: 'https://example.org/r' } })).not.toContain('data-to');
  expect(head({ contact: undefined })).not.toContain('rel="help"');
});

describe('the foot of a page', () => {
  test('has the numbers of registration with links to where they are looked up', () => {
    const html = footer({
      icp: '京ICP备00000000号-1',
      publicSecurity: '京公网安备 00000000000012号',
      publicSecurityEmblem: '/beian.png',
    });
    expect(html).toContain('<a href="https://beian.miit.gov.cn/">京ICP备00000000号-1</a>');
    expect(html).toContain(
      '<img src="/beian.png" alt="" width="20" height="20"/><a href="https://beian.mps.gov.cn/#/query/webSearch?code=00000000000012">京公网安备 00000000000012号</a>',
    );
  });

  test('has the licence, the editor and where one complains', () => {
    const html = footer({
      newsLicence: '00000000000',
      responsibleEditor: '某某',
      complaints: { phone: '010-0000 0000', email: 'complaints@example.org' },
    });
    expect(html).toContain('互联网新闻信息服务许可证：00000000000');
    expect(html).toContain('责任编辑：某某');
    expect(html).toContain('<a href="tel:01000000000">举报电话：010-0000 0000</a>');
    expect(html).toContain('<a href="mailto:complaints@example.org">举报邮箱：');
  });

  test('has none of this where site.yml does not say it', () => {
    const html = footer({ contact: undefined });
    expect(html).not.toMatch(/报错|备|举报|责任编辑|许可证|<img|help/);
    expect(html).toContain('href="/accessibility"');
  });
});

describe('the page about the publication', () => {
  test('says how often it comes out and who edits it only where site.yml does', () => {
    const html = about({ frequency: '每旬一期', editors: ['甲编辑部', '乙编辑部'] });
    expect(html).toContain('<dd>每旬一期</dd>');
    expect(html).toContain('<dd>甲编辑部、乙编辑部</dd>');
    expect(about({})).not.toMatch(/刊期|<dt>编辑|每周|每日|每旬|每月/);
  });

  test('says how errors are reported', () => {
    expect(about({ contact: { email: 'desk@example.org' } })).toContain(
      '请写信到<a href="mailto:desk@example.org">',
    );
    expect(about({ contact: { url: 'https://example.org/r' } })).toContain(
      '请用条目工具里的“报错”',
    );
    expect(about({ contact: undefined })).not.toContain('报错”');
  });

  test('says how to cite, which keys there are and what the browser keeps', () => {
    const html = about({});
    expect(html).toContain('GB/T');
    expect(html).toContain('<kbd>j</kbd>');
    expect(html).toContain('关注词');
    expect(html).toContain('href="/accessibility"');
  });
});

test('the statement on accessibility says where an obstacle is reported', () => {
  const html = statement({ contact: { email: 'desk@example.org' } });
  const [, href = ''] = /href="(mailto:desk@[^"]*)"/.exec(html) ?? [];
  const link = new URL(href.replaceAll('&amp;', '&'));
  expect(link.searchParams.get('body')).toContain(`${base.site.origin}/accessibility`);
  expect(statement({ contact: undefined })).not.toContain('遇到障碍</h2>');
});
