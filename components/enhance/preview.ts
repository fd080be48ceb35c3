import type { ListedFault, PreviewEvent } from '#lib/content/faults/fault-list.ts';
import { whenReady } from './page/define.ts';

declare global {
  interface Window {
    /** Next's router: it renders the page again without losing the state of the page. */
    next?: { router?: { refresh(): void } };
  }
}

const STYLE = `
  :host { position: fixed; inset: auto 0 0; z-index: 9; max-height: 40vh; overflow: auto; background: #fff8e5;
    color: #1d1a16; border-top: 3px solid #a3201a; font: 14px/1.6 system-ui, sans-serif; padding: 8px 16px; }
  :host([hidden]) { display: none; }
  ul { margin: 0; padding: 0; list-style: none; }
  b { color: #a3201a; } i { color: #6b5200; font-style: normal; } code { color: #5c554b; }
`;

/**
 * The script of an editor's preview. It renders the page again when content changes, and shows the faults of the open
 * issue in a panel over the page, until they are mended. On other pages it shows the faults of all files.
 */
whenReady(() => {
  const address = document.querySelector<HTMLElement>('script[data-events]')?.dataset.events;
  if (address === undefined) return;
  const panel = document.createElement('aside');
  panel.setAttribute('aria-label', '差错');
  panel.setAttribute('role', 'status');
  const list = document.createElement('ul');
  const style = document.createElement('style');
  style.textContent = STYLE;
  panel.attachShadow({ mode: 'open' }).append(style, list);
  document.body.append(panel);
  // When React renders the whole page again after an error, it removes elements that are not its own.
  new MutationObserver(() => {
    if (!panel.isConnected) document.body.append(panel);
  }).observe(document, { childList: true, subtree: true });

  let shown: number | undefined;
  let faultsOfPage: ListedFault[] = [];
  new EventSource(address).addEventListener('message', ({ data }: MessageEvent<string>) => {
    const { revision, at, faults, issues }: PreviewEvent = JSON.parse(data);
    const date = dateOfPage();
    const isThere =
      issues !== undefined && (date === undefined || issues.some((day) => day === date));
    // That an issue is gone is no fault of any file, so it is shown here. Without `issues`, site.yml has faults.
    const gone = issues === undefined || isThere ? [] : [showGone(`issues/${date}.md`)];
    if (faults !== undefined) faultsOfPage = faults.filter(isOfThisPage);
    list.replaceChildren(...gone, ...faultsOfPage.map(showFault));
    panel.hidden = list.childElementCount === 0;
    // The page was rendered from the state of the first event, unless the content has changed since its request.
    const isOld = shown === undefined ? at > performance.timeOrigin : shown !== revision;
    // A page that cannot be rendered now stays as it is.
    if (isOld && isThere) refresh();
    shown = revision;
  });
});

/** Renders the page again in its place. A page that was an error when it was opened is reloaded. */
function refresh(): void {
  const [opened] = performance.getEntriesByType('navigation');
  const wasThere = !(opened instanceof PerformanceNavigationTiming) || opened.responseStatus < 400;
  if (wasThere && window.next?.router !== undefined) window.next.router.refresh();
  else location.reload();
}

/** The day of the issue that is open. */
function dateOfPage(): string | undefined {
  return /^\/issues\/(\d{4}-\d{2}-\d{2})$/.exec(location.pathname)?.[1];
}

function isOfThisPage({ path }: ListedFault): boolean {
  const date = dateOfPage();
  return date === undefined || path === `issues/${date}.md` || !path.startsWith('issues/');
}

function showGone(path: string): HTMLElement {
  const item = document.createElement('li');
  const kind = document.createElement('b');
  kind.textContent = '没有这一期';
  item.append(`${path} `, kind, ' 文件已删除、移走或改名；放回原处，页面就会更新。');
  return item;
}

function showFault({ path, line, column, severity, rule, reason }: ListedFault): HTMLElement {
  const item = document.createElement('li');
  const kind = document.createElement(severity === 'error' ? 'b' : 'i');
  kind.textContent = severity === 'error' ? '错误' : '提醒';
  const id = document.createElement('code');
  id.textContent = rule;
  item.append(`${path} 第${line}行第${column}列 `, kind, ` ${reason} `, id);
  return item;
}
