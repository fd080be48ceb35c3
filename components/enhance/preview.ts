import type { ListedFault, PreviewEvent } from '#lib/content/faults/fault-list.ts';
import { editPath } from '#lib/site/edit-path.ts';
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
  // In the frame beside the text, the page around it shows the faults.
  const isFramed = window.parent !== window;
  if (isFramed) openOthersOutside();
  else offerEditing(address);
  const panel = document.createElement('aside');
  panel.setAttribute('aria-label', '差错');
  panel.setAttribute('role', 'status');
  const list = document.createElement('ul');
  const style = document.createElement('style');
  style.textContent = STYLE;
  panel.attachShadow({ mode: 'open' }).append(style, list);
  keepInPage(panel);

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
    panel.hidden = isFramed || list.childElementCount === 0;
    // The page was rendered from the state of the first event, unless the content has changed since its request.
    const isOld = shown === undefined ? at > performance.timeOrigin : shown !== revision;
    // A page that cannot be rendered now stays as it is.
    if (isOld && isThere) refresh();
    shown = revision;
  });
});

const EDIT_STYLE = `
  a { position: fixed; inset: auto 8px 8px auto; z-index: 10; padding: 10px 16px; background: #fff8e5;
    color: #a3201a; border: 1px solid #a3201a; font: 14px/1.6 system-ui, sans-serif; }
`;

/**
 * Shows a link to the page on which the open issue is edited. The command has put the token of that page behind the `#`
 * of the address that it opened; this browser keeps it while the same server runs. Nobody else finds it in a page.
 */
function offerEditing(origin: string): void {
  const given = /^#edit=([\w-]+)$/.exec(location.hash)?.[1];
  if (given !== undefined) {
    localStorage.setItem('dibao-edit', JSON.stringify([origin, given]));
    history.replaceState(history.state, '', location.pathname + location.search);
  }
  const [from, token]: unknown[] = JSON.parse(localStorage.getItem('dibao-edit') ?? '[]');
  const date = dateOfPage();
  if (date === undefined || from !== origin || typeof token !== 'string') return;
  const link = document.createElement('a');
  link.href = origin + editPath(token, date);
  link.textContent = '编辑';
  const style = document.createElement('style');
  style.textContent = EDIT_STYLE;
  const host = document.createElement('div');
  host.attachShadow({ mode: 'open' }).append(style, link);
  keepInPage(host);
}

/** Opens the pages of other sites in a window of their own: the frame shows none but the preview's. */
function openOthersOutside(): void {
  document.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest('a') : null;
    if (link !== null && link.origin !== location.origin) link.target = '_blank';
  });
}

/** Adds an element to the page, and again when it is gone: React removes it where it renders everything after an error. */
function keepInPage(element: HTMLElement): void {
  document.body.append(element);
  new MutationObserver(() => {
    if (!element.isConnected) document.body.append(element);
  }).observe(document, { childList: true, subtree: true });
}

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
