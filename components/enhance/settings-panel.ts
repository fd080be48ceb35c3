import rules from '#components/enhance/reader/settings-panel.css';
import * as paths from '#lib/site/browser-paths.ts';
import { storedClips } from './clips/clips.ts';
import { showKeys } from './key-list.ts';
import { adoptStyles } from './page/adopt-styles.ts';
import { h } from './page/define.ts';
import { say } from './page/status.ts';
import { applySetting, SETTINGS, type Setting } from './reader/apply-setting.ts';
import { areKeysOn, switchKeys } from './reader/keys.ts';
import { recall, remember } from './reader/store.ts';

type Choice = { label: string; values: [value: string, name: string][] };

/** The empty value is the default. */
const CHOICES: Record<Setting, Choice> = {
  theme: {
    label: '配色',
    values: [
      ['', '跟随系统'],
      ['light', '浅色'],
      ['dark', '深色'],
      ['contrast', '高对比'],
    ],
  },
  size: {
    label: '字号',
    values: [
      ['small', '小'],
      ['', '标准'],
      ['large', '大'],
      ['huge', '特大'],
    ],
  },
  leading: {
    label: '行距',
    values: [
      ['tight', '紧'],
      ['', '标准'],
      ['loose', '松'],
    ],
  },
  han: {
    label: '文字',
    values: [
      ['', '简体'],
      ['traditional', '繁體'],
    ],
  },
};

/** The elements of the settings panel, with the values that this browser stores. */
export function drawPanel(): HTMLElement[] {
  adoptStyles(rules);
  const clips = h('a', { href: paths.clipping() }, `选编（${storedClips().length}条）`);
  return [...SETTINGS.map(choose), askWatchWords(), askKeys(), clips];
}

/** WCAG 2.2, 2.1.4: keys that are a single character can be switched off. Here the reader learns that they exist. */
function askKeys(): HTMLElement {
  const input = h('input', {
    type: 'checkbox',
    ...(areKeysOn() ? { checked: '' } : {}),
    onchange: () => switchKeys(!areKeysOn()),
  });
  const list = h('button', { type: 'button', onclick: showKeys }, '有哪些');
  return h(
    'fieldset',
    {},
    h('legend', {}, '单键快捷键'),
    h('label', {}, input, '按一个键翻条、翻期、检索'),
    list,
  );
}

/** 关注词: items that contain one of these words are marked in all lists. Only this browser stores the words. */
function askWatchWords(): HTMLElement {
  const input = document.createElement('input');
  input.value = recall('watch') ?? '';
  input.placeholder = '空格分开';
  input.addEventListener('change', () => {
    remember('watch', input.value.trim() || undefined);
    input.dispatchEvent(new Event('watch', { bubbles: true }));
  });
  const label = h('label', {}, input, '标出含有这些词的消息');
  return h('fieldset', {}, h('legend', {}, '关注词'), label);
}

function choose(setting: Setting): HTMLElement {
  const { label, values } = CHOICES[setting];
  const chosen = recall(setting) ?? '';
  const options = values.map(([value, name]) => {
    const input = h('input', {
      type: 'radio',
      name: setting,
      value,
      ...(value === chosen ? { checked: '' } : {}),
      onchange: () => {
        remember(setting, value || undefined);
        applySetting(setting, value).catch((error: unknown) => {
          // `import` and `fetch` throw a `TypeError` when there is no network.
          if (!(error instanceof TypeError)) throw error;
          return say('繁体字表没有取到，请检查网络');
        });
      },
    });
    return h('label', {}, input, name);
  });
  return h('fieldset', {}, h('legend', {}, label), ...options);
}
