import './enhance/find/results.css';
import { paths } from '#lib/site/paths.ts';
import type { PageProps } from '#lib/views/frame.ts';
import { Page } from './Page.tsx';

/** 选编: the items that the reader has selected, to put them in order and to export them. */
export function ClippingPage({ frame }: PageProps) {
  return (
    <Page frame={frame}>
      <h1>选编</h1>
      <clip-list />
      <noscript>
        <p>
          选编在浏览器里进行，需要启用脚本。可以到<a href={paths.archive()}>往期目录</a>
          逐期阅读和打印。
        </p>
      </noscript>
      <script type="module" src={paths.script('clipping')} />
    </Page>
  );
}
