import { paths } from '#lib/site/paths.ts';
import type { PageProps } from '#lib/views/frame.ts';
import { Page } from './Page.tsx';

/** The 404 page, with links to pages that the reader may want instead. */
export function NotFoundPage({ frame }: PageProps) {
  return (
    <Page frame={frame}>
      <h1>没有这个页面</h1>
      <p>地址可能输错了，也可能从来没有过这一页。本站公开过的地址都不会失效。</p>
      <ul>
        <li>
          <a href={paths.home()}>最新一期</a>
        </li>
        <li>
          <a href={paths.archive()}>往期目录</a>
        </li>
        <li>
          <a href={paths.topics()}>按主题找</a>
        </li>
      </ul>
    </Page>
  );
}
