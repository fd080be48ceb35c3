import rules from '#components/enhance/citations.css';
import { writeBibtex } from '#lib/citations/bibtex.ts';
import { citeByStandard } from '#lib/citations/gb-t-7714.ts';
import { citePlainly } from '#lib/citations/plain.ts';
import type { Reference } from '#lib/citations/reference.ts';
import { writeRis } from '#lib/citations/ris.ts';
import { save } from './clips/save.ts';
import { readCitable } from './item/read-citable.ts';
import type { ShownItem } from './item/shown-item.ts';
import { adoptStyles } from './page/adopt-styles.ts';
import { copyElement } from './page/clipboard.ts';
import { toIsoDay } from './page/day.ts';
import { h } from './page/define.ts';

/** A form of citation. One with an ending is a file for reference managers. */
type Form = {
  name: string;
  write: (reference: Reference, read: string) => string;
  file?: { ending: string; type: string };
};

const FORMS: readonly Form[] = [
  { name: 'GB/T 7714—2025', write: (reference, read) => citeByStandard(reference, read, 2025) },
  { name: 'GB/T 7714—2015', write: (reference, read) => citeByStandard(reference, read, 2015) },
  { name: '通用', write: citePlainly },
  {
    name: 'RIS',
    write: writeRis,
    file: { ending: 'ris', type: 'application/x-research-info-systems' },
  },
  { name: 'BibTeX', write: writeBibtex, file: { ending: 'bib', type: 'application/x-bibtex' } },
];

/**
 * Opens a dialog with the citations of an item and of the reports behind it, each to be copied or saved.
 */
export function openCitations(shown: ShownItem): void {
  adoptStyles(rules);
  const { item, reports } = readCitable(shown);
  const status = h('p', { role: 'status' });
  const list = h('dl');
  const show = (reference: Reference) => {
    status.textContent = reference.isDevised
      ? '本刊没有记下原报道的标题，方括号里是本条的标题。'
      : '';
    list.replaceChildren(...FORMS.flatMap((form) => rowOf(form, reference, status)));
  };
  show(item);
  const choices = [['本条', item] as const, ...reports.map(nameReport)];
  const choose = choices.map(([label, reference], index) => {
    const checked = index === 0 ? { checked: '' } : {};
    const onchange = () => show(reference);
    return h(
      'label',
      {},
      h('input', { type: 'radio', name: 'cited', ...checked, onchange }),
      label,
    );
  });

  const dialog = document.createElement('dialog');
  dialog.className = 'citations';
  dialog.setAttribute('aria-label', `引用：${item.title}`);
  dialog.append(
    h('h2', {}, '引用'),
    ...(reports.length === 0 ? [] : [h('fieldset', { 'aria-label': '引用哪一篇' }, ...choose)]),
    list,
    h('form', { method: 'dialog' }, status, h('button', {}, '关闭')),
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function nameReport(report: Reference): readonly [string, Reference] {
  return [`${report.author}的报道`, report];
}

/** A form's name, its text, and the buttons that copy or save it. */
function rowOf(form: Form, reference: Reference, status: HTMLElement): HTMLElement[] {
  const { name, file } = form;
  const text = form.write(reference, toIsoDay(new Date()));
  // What is copied is the text as written, with its line breaks.
  const shown = h(file === undefined ? 'p' : 'pre', {}, text);
  const copy = async () => {
    status.textContent = '';
    status.textContent = await copyElement(shown, false);
  };
  const buttons = [button(`复制${name}`, '复制', () => void copy())];
  if (file !== undefined) {
    const blob = () => new Blob([text], { type: file.type });
    const press = () => save(`${reference.id}.${file.ending}`, blob());
    buttons.push(button(`下载${name}`, '下载', press));
  }
  return [h('dt', {}, name), h('dd', {}, shown, ...buttons)];
}

function button(label: string, text: string, onclick: () => void): HTMLElement {
  return h('button', { type: 'button', 'aria-label': label, onclick }, text);
}
