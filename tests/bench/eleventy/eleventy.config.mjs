import { basename } from 'node:path';

/** @typedef {{ page: { inputPath: string }, permalink?: string }} Data what Eleventy knows of a file */

/**
 * The same issues as Eleventy's own documentation would have them: an index and a page an issue.
 * @param {{
 *   addTemplate: (name: string, content: string, data?: object) => void;
 *   addGlobalData: (name: string, value: object) => void;
 * }} config
 */
export default function configure(config) {
  /** @param {string} content */
  const page = (content) =>
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>{{ title or page.inputPath }}</title><body>${content}</body></html>`;
  config.addTemplate('_includes/issue.njk', page('{{ content | safe }}'));
  config.addTemplate(
    'index.njk',
    page(
      '<ul>{% for issue in collections.all | reverse %}{% if issue.url != "/" %}<li><a href="{{ issue.url }}">{{ issue.inputPath }}</a></li>{% endif %}{% endfor %}</ul>',
    ),
    { permalink: 'index.html' },
  );
  config.addGlobalData('eleventyComputed', {
    layout: (/** @type {Data} */ { page: { inputPath } }) =>
      inputPath.endsWith('.md') ? 'issue.njk' : undefined,
    permalink: (/** @type {Data} */ { page: { inputPath }, permalink }) =>
      inputPath.endsWith('.md') ? `issues/${basename(inputPath, '.md')}.html` : permalink,
  });
}

export const config = { markdownTemplateEngine: false };
