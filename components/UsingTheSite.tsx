import { Fragment } from 'react';
import { paths } from '#lib/site/paths.ts';
import type { AboutProps } from '#lib/views/about.ts';

/** How to cite, the keys, what the browser keeps, and the way to the statement on accessibility. */
export function UsingTheSite({ keys, kept }: Pick<AboutProps, 'keys' | 'kept'>) {
  return (
    <>
      <h2>引用</h2>
      <p>
        每期、每条都有固定的网址，公开以后不会失效。条目工具里的“引用”给出国家标准GB/T
        7714的2025年版和2015年版、通用的写法，以及文献管理软件用的RIS和BibTeX文件；本条和它依据的报道都可以引。条目工具里的“选编”把几条集在一处，见
        <a href={paths.clipping()}>我的选编</a>。
      </p>
      <h2>快捷键</h2>
      <p>
        {keys.map(({ key, what }, index) => (
          <Fragment key={key}>
            {index === 0 ? '' : '，'}
            <kbd>{key}</kbd> {what}
          </Fragment>
        ))}
        。正在输入文字的时候不起作用；不想用，可以在“设置”里关掉。
      </p>
      <h2>浏览器里存了什么</h2>
      <p>
        本站不用Cookie，网页里没有统计和广告的程序。{kept.join('、')}
        只存在浏览器里；读过的网页和最近几期也存一份，没有网络时可以再看。清除本站的浏览数据，就全部删去。
      </p>
      <h2>无障碍</h2>
      <p>
        网页做到了什么、还有什么不足，见<a href={paths.accessibility()}>无障碍声明</a>。
      </p>
    </>
  );
}
