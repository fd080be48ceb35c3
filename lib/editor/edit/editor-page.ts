import type { PageSettings } from './messages.ts';

/**
 * The page on which an editor writes an issue. All that a person sees of it stands here; the script fills in the text.
 * @param nonce allows the style sheets that CodeMirror makes
 */
export function editorPage(settings: PageSettings, nonce: string): string {
  const { name, preview, commits, issues } = settings;
  const options = issues.map(
    (issue) =>
      `<option value="${escapeHtml(issue)}"${issue === name ? ' selected' : ''}>${escapeHtml(issue)}</option>`,
  );
  return `<!doctype html>
<html lang="zh-CN" data-settings="${escapeHtml(JSON.stringify(settings))}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>编辑 ${escapeHtml(name ?? '')}</title>
<link rel="stylesheet" href="../files/editor.css">
<link rel="icon" href="data:,">
<body>
<header>
<h1>编辑</h1>
<div class="tools" role="group" aria-label="另一期">
<label>期 <select id="issue">${options.join('')}</select></label>
<button id="open" type="button">打开</button>
<button id="new" type="button">新的一期</button>
</div>
<div class="tools" role="group" aria-label="本期">
<button id="save" type="button" aria-keyshortcuts="Control+S Meta+S">保存</button>
<button id="mend" type="button">自动改正</button>
<button id="show-preview" type="button" aria-pressed="true">预览</button>
${commits ? '<button id="commit" type="button">提交</button>' : ''}
</div>
<p id="state" role="status"></p>
</header>
<div id="notices"></div>
<main>
<section class="writing" aria-label="文字">
<div id="text"></div>
<section id="faults" aria-label="差错">
<h2>差错 <span id="fault-count">正在检查……</span></h2>
<ol id="fault-list"></ol>
</section>
<p class="help">Ctrl+S 保存（Mac 用 ⌘S） · F8 下一处差错 · Ctrl+空格（或 Alt+/）提示名称和格式 · Ctrl+F 查找 · Ctrl+Z 撤销 · Tab 离开文字区</p>
</section>
${preview === undefined ? '' : `<iframe id="preview" title="预览" src="${escapeHtml(preview)}"></iframe>`}
</main>
<dialog id="new-dialog" aria-labelledby="new-title">
<form method="dialog">
<h2 id="new-title">新的一期</h2>
<p><label>日期 <input id="new-date" type="date" required></label></p>
<p><label><input id="new-from" type="checkbox"> 沿用上一期的栏目</label></p>
<p class="tools"><button id="new-make" value="make">新建</button> <button value="" formnovalidate>取消</button></p>
</form>
</dialog>
${commits ? COMMIT_DIALOG : ''}
<script type="module" src="../files/editor.js" nonce="${nonce}"></script>
`;
}

const COMMIT_DIALOG = `<dialog id="commit-dialog" aria-labelledby="commit-title">
<form method="dialog">
<h2 id="commit-title">提交</h2>
<p>只提交这一期的文件，提交以前照 npm run check 检查。</p>
<p><label>说明 <input id="commit-message" required maxlength="200"></label></p>
<p class="tools"><button value="commit">提交</button> <button value="" formnovalidate>取消</button></p>
</form>
</dialog>`;

/** The policy of the page: nothing but its own files and the preview. */
export function editorPolicy(preview: string, nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "connect-src 'self'",
    // CodeMirror draws the lines below faults, and a page without an icon of its own asks for none.
    'img-src data:',
    `frame-src ${preview}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}
