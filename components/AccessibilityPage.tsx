import type { AccessibilityProps } from '#lib/views/accessibility.ts';
import { Page } from './Page.tsx';

/** 无障碍声明. It claims what the project's tests hold of every kind of page, and nothing else. */
export function AccessibilityPage({ frame, name, report }: AccessibilityProps) {
  return (
    <Page frame={frame}>
      <h1>无障碍声明</h1>
      <p>
        {name}
        的网页以《Web内容无障碍指南》（WCAG）2.2的AA级为目标。标题、栏目、导航都有结构标记，文字可以放大，行距可以调整，配色可以选浅色、深色或高对比，单键快捷键可以关掉，全部内容不运行脚本也能读，只用键盘也能操作。
      </p>
      <h2>怎样检查</h2>
      <p>网页程序每次改动，都自动检查各类网页：</p>
      <ul>
        <li>用axe按WCAG的规则检查，浅色、深色和高对比各一遍；</li>
        <li>屏幕窄到320像素、文字放大到两倍，不缺内容，不用左右滚动；</li>
        <li>主要的功能只用键盘做一遍；</li>
        <li>各期的文字都在网页里，不靠脚本显示，逐字核对。</li>
      </ul>
      <h2>已知的不足</h2>
      <ul>
        <li>
          自动检查只能发现一部分问题。还没有在各种读屏软件上逐一试过，也没有请残障读者逐页试用。
        </li>
        <li>消息里图片的说明由编辑撰写，详略不一。</li>
        <li>“原文”链接通向别的网站，那里是否无障碍，本刊不能保证。</li>
        <li>Word、EPUB等文件读起来怎样，还要看所用的软件。</li>
      </ul>
      {report === undefined ? null : (
        <>
          <h2>遇到障碍</h2>
          <p>
            请<a href={report}>告诉本刊</a>在哪一页、用什么软件、遇到了什么，本刊会尽快改正。
          </p>
        </>
      )}
    </Page>
  );
}
