import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { sampleIssue } from '#tests/support/content-folder.ts';
import { type Editor, editorTemplate, startEditor } from '#tests/support/editor.ts';

const DAY = '2025-03-31';

async function startOne(commits = false): Promise<Editor> {
  const editor = await startEditor({ [DAY]: sampleIssue(1) }, commits);
  onTestFinished(() => editor.stop());
  return editor;
}

describe('what the page asks for', () => {
  test('a text is opened, checked, mended and saved', async () => {
    const { ask, fileOf } = await startOne();
    const file = fileOf(DAY);
    const opened = await ask('text/2025-03-31');
    expect(opened).toMatchObject({ status: 200, text: sampleIssue(1) });
    expect(await ask('faults/2025-03-31', { text: opened.text })).toEqual({
      status: 200,
      faults: [],
      fixable: 0,
      number: 1,
    });
    const text = opened.text.replace('讲AI', '讲AI,').replace('## 产业要闻', '## 产业新闻');
    const faulty = await ask('faults/2025-03-31', { text });
    expect(faulty.faults).toContainEqual({
      path: 'issues/2025-03-31.md',
      line: 5,
      column: 1,
      severity: 'error',
      rule: 'section-unknown',
      reason: expect.stringContaining('产业新闻'),
    });
    expect(faulty.fixable).toBe(1);
    const mended = await ask('mend/2025-03-31', { text });
    expect(mended).toMatchObject({ mended: 1, text: text.replace('AI,', 'AI，') });
    const saved = await ask('save/2025-03-31', { text: mended.text, base: opened.hash });
    expect(saved).toMatchObject({ status: 200, state: 'saved' });
    expect(readFileSync(file, 'utf8')).toBe(mended.text);
    const late = await ask('save/2025-03-31', { text: 'x', base: opened.hash });
    expect(late).toMatchObject({ status: 409, state: 'conflict', hash: saved.hash });
    expect(readFileSync(file, 'utf8')).toBe(mended.text);
  });

  test('faults that show only beside other issues, whose files stay as they are', async () => {
    const { ask, folder } = await startOne();
    writeFileSync(join(folder, 'issues/2025-04-07.md'), sampleIssue(2));
    const { faults } = await ask('faults/2025-04-07', { text: sampleIssue(1) });
    const rules = faults.map(({ rule }: { rule: string }) => rule);
    expect(rules).toEqual(expect.arrayContaining(['number-duplicate', 'title-repeated']));
    expect(await ask('faults/2025-04-07', { text: sampleIssue(2) })).toMatchObject({ faults: [] });
  });

  test('what is amiss with the publication, where no issue can be read', async () => {
    const { ask, folder } = await startOne();
    writeFileSync(join(folder, 'site.yml'), 'name: 试刊\n');
    const { faults } = await ask('faults/2025-03-31', { text: sampleIssue(1) });
    expect(faults[0]).toMatchObject({ path: 'site.yml', severity: 'error' });
  });

  test('the names of the registries', async () => {
    const { ask } = await startOne();
    const names = await ask('names/');
    expect(names.sections).toContainEqual({ name: '产业要闻' });
    expect(names.sections).toContainEqual({ name: '产业', apply: '产业要闻' });
    expect(names.sources).toContainEqual({ name: 'BBC', apply: '英国广播公司（BBC）' });
    expect(names.others).toContainEqual({ name: '营收' });
    expect(names.fields.map(({ name }: { name: string }) => name)).toContain('summary');
  });

  test('the next issue, which replaces none', async () => {
    const { ask, folder } = await startOne();
    expect(await ask('next/')).toEqual({ status: 200, date: '2025-04-07' });
    const made = await ask('new/', { date: '2025-04-07', previous: false });
    expect(made).toEqual({ status: 200, name: '2025-04-07' });
    const file = join(folder, 'issues/2025-04-07.md');
    expect(readFileSync(file, 'utf8')).toBe(editorTemplate.replace('{{number}}', '2'));
    writeFileSync(file, '已写好');
    expect(await ask('new/', { date: '2025-04-07', previous: true })).toMatchObject({
      status: 409,
    });
    expect(readFileSync(file, 'utf8')).toBe('已写好');
    expect(await ask('new/', { date: '../x', previous: true })).toMatchObject({ status: 400 });
    expect(existsSync(join(folder, 'x.md'))).toBe(false);
  });

  test.each<[string, unknown, number]>([
    ['save/2025-03-31', { text: 'x' }, 400],
    ['save/2025-03-31', { text: 1, base: '' }, 400],
    ['save/2025-03-31', { text: 'x', base: '', path: '/etc/passwd' }, 400],
    ['save/2025-03-31', 'x'.repeat(2 * 1024 * 1024), 413],
    ['save/..%2Fsections', { text: 'x', base: '' }, 404],
    ['faults/..%2F..%2Fetc%2Fpasswd', { text: 'x' }, 404],
    ['save/2025-04-07', { text: 'x', base: '' }, 404],
    ['push/2025-03-31', {}, 404],
    ['commit/2025-03-31', { message: 'x', base: '' }, 403],
    ['text/2025-04-07', undefined, 404],
    ['constructor/', undefined, 404],
  ])('%s with %j is answered in one sentence', async (path, body, status) => {
    const { ask } = await startOne();
    const answer = await ask(path, body);
    expect(answer.status).toBe(status);
    expect(answer.said).toMatch(/^\S[^\n]*[。.：]?\S*$/);
  });

  test.each(['constructor/x', '__proto__/x', '', 'issues/..%2Fsections'])(
    '%s is no address',
    async (path) => {
      const { send, at } = await startOne();
      expect(await send(at(path))).toMatchObject({ status: 404 });
      expect(await send(at('issues/2025-03-31'), { method: 'PUT' })).toMatchObject({ status: 405 });
    },
  );
});
