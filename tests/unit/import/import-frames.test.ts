import { describe, expect, test } from 'vitest';
import { importPageBody } from '#tests/support/imports.ts';

describe('embedded content of a page becomes a link, or is reported', () => {
  const reports = /^An? (embedded|drawing|option|table|script)|^Text/;
  test.each<[string, string, string, string[]]>([
    [
      'a frame',
      '<p>甲。<iframe src="https://v.example.com/a?b=1"></iframe></p>',
      '甲。[内嵌网页](https://v.example.com/a?b=1)',
      [],
    ],
    [
      'a frame that loads late',
      '<p>甲。</p><iframe data-src="//v.example.com/a" title="发布会"></iframe>',
      '甲。\n\n[发布会](https://v.example.com/a)',
      [],
    ],
    [
      'a film with sources',
      '<p>甲。</p><video controls><source src="https://e.com/a.mp4"><source src="https://e.com/a.webm">请看</video>',
      '甲。\n\n[视频](https://e.com/a.mp4)[视频](https://e.com/a.webm)请看',
      [],
    ],
    [
      'a recording',
      '<p>甲。<audio src="https://e.com/a.mp3"></audio></p>',
      '甲。[音频](https://e.com/a.mp3)',
      [],
    ],
    [
      'an embed',
      '<p>甲。<embed src="https://e.com/a.pdf"></p>',
      '甲。[内嵌内容](https://e.com/a.pdf)',
      [],
    ],
    [
      'an object with parameters',
      '<p>甲。<object><param name="movie" value="https://e.com/a.swf">乙。</object></p>',
      '甲。[内嵌内容](https://e.com/a.swf)乙。',
      [],
    ],
    [
      'an object in a link',
      '<p>甲。<object data="https://e.com/a.pdf"><a href="https://e.com/b">乙</a></object></p>',
      '甲。[内嵌内容](https://e.com/a.pdf)[乙](https://e.com/b)',
      [],
    ],
    [
      'a film without an address of the web',
      '<p>甲。<video src="files/a.mp4"></video></p>',
      '甲。',
      ['An embedded part was left out: give its address on the web (“files/a.mp4”).'],
    ],
    [
      'a frame with its own text',
      '<p>甲。<iframe srcdoc="乙"></iframe></p>',
      '甲。',
      ['An embedded part was left out: the page loads it from elsewhere (“乙”).'],
    ],
    [
      'a drawing',
      '<p>甲。<svg><title>图</title><text>乙</text></svg></p>',
      '甲。乙',
      ['A drawing was left out except for its text: save it as a picture (“图乙”).'],
    ],
    [
      'a canvas',
      '<p>甲。<canvas>乙。</canvas></p>',
      '甲。乙。',
      ['A drawing was left out except for its text: save it as a picture (“乙。”).'],
    ],
    [
      'a choice',
      '<p>甲：<select><option>100<option selected>200</select>。</p>',
      '甲： 200 。',
      ['An option that is not chosen was left out (“100”).'],
    ],
    [
      'a script',
      '<p>甲。<script>let a = 100;</script></p>',
      '甲。',
      ['A script or a style sheet was left out.'],
    ],
    [
      'a table in a table',
      '<table><tr><td>甲<td><table><tr><td>乙<td>丙</table></table>',
      '甲\n\n| 乙 | 丙 |\n| - | - |',
      ['A table that holds another became paragraphs: see what belongs together.'],
    ],
    ['a form', '<form><p>甲。<input value="乙"><button>丙</button></p></form>', '甲。乙丙', []],
    [
      'a film in a link',
      '<p>甲。<a href="https://e.com/b">乙<video src="https://e.com/a.mp4"></video></a></p>',
      '甲。[乙](https://e.com/b)',
      ['An embedded part was left out: give its address on the web (“https://e.com/a.mp4”).'],
    ],
  ])('%s', async (_, inside, expected, reported) => {
    const { body, notices } = await importPageBody(inside);
    expect(body).toBe(expected);
    expect(notices.filter((each) => reports.test(each))).toEqual(reported);
  });
});
