import { paths } from '#lib/site/paths.ts';
import type { PageProps } from '#lib/views/frame.ts';
import { Page } from './Page.tsx';

/** What the service worker shows instead of a page that it can neither fetch nor find in its cache. */
export function OfflinePage({ frame }: PageProps) {
  return (
    <Page frame={frame}>
      <h1>没有网络</h1>
      <p>现在连不上网，这一页也没有存在这台设备上。最近四期和打开过的页面可以离线阅读。</p>
      <p>
        <a href={paths.home()}>首页</a>
      </p>
    </Page>
  );
}
