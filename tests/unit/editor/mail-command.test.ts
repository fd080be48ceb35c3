import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { mailServer } from '#tests/support/mail-server.ts';
import { folderWith, people, withResolvers } from '#tests/support/mailing.ts';

/** A mail server that does not answer the letter to an address before it is released. */
async function serverThatWaits(address: string) {
  const { promise: reached, resolve: arrive } = withResolvers();
  const { promise: released, resolve: release } = withResolvers();
  const server = await mailServer({
    letter: async (to) => {
      if (to !== address) return undefined;
      arrive();
      await released;
      return undefined;
    },
  });
  return { server, reached, release };
}

describe('npm run mail', () => {
  test('sends everyone a letter of their own, in batches, and nobody a second one', async () => {
    const server = await mailServer();
    const { mail, states } = folderWith(
      '\uFEFF# 订户\n读者甲 <a@example.com>\r\n\nB@example.com\nb@example.com\n"丙, 丁" <c@example.com>\n',
    );
    const first = await mail(server.url(), '--batch', '2');
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toContain('3 letters sent; 0 had been sent before.\n');
    expect(server.to()).toEqual(['a@example.com', 'B@example.com', 'c@example.com']);
    expect(server.sessions()).toBe(2);
    const letters = await Promise.all(server.taken.map(({ message }) => PostalMime.parse(message)));
    expect(letters.map(({ to }) => to?.map(({ name, address }) => `${name} ${address}`))).toEqual([
      ['读者甲 a@example.com'],
      [' B@example.com'],
      ['丙, 丁 c@example.com'],
    ]);
    for (const { message } of server.taken) {
      const others = ['a@', 'B@', 'c@'].filter((name) => message.includes(`${name}example.com`));
      expect(others).toHaveLength(1);
    }
    expect(letters[0]?.subject).toBe('试刊 2025年3月31日 第1期');
    expect(states()).toEqual([
      'a@example.com sending',
      'a@example.com accepted',
      'B@example.com sending',
      'B@example.com accepted',
      'c@example.com sending',
      'c@example.com accepted',
    ]);
    const again = await mail(server.url());
    expect(again).toMatchObject({ code: 0, stdout: '0 letters sent; 3 had been sent before.\n' });
    expect(server.taken).toHaveLength(3);
  });

  test('goes on after a lost connection where it was', async () => {
    let fault = true;
    const server = await mailServer({
      recipient: (address) => (fault && address === 'c@example.com' ? 'lost' : undefined),
    });
    const { mail, states } = folderWith();
    const first = await mail(server.url());
    expect(first.code).toBe(1);
    expect(first.stdout).toContain('3 letters not sent yet: run the command again:');
    expect(first.stdout).toContain('The connection was lost');
    expect(server.to()).toEqual(people.slice(0, 2));
    expect(states().at(-1)).toBe('c@example.com unsent');
    fault = false;
    expect(await mail(server.url())).toMatchObject({ code: 0 });
    expect(server.to()).toEqual(people);
  });

  test('sends no letter that may have arrived, until an option says to send it again', async () => {
    let fault = true;
    const server = await mailServer({
      letter: (to) => (fault && to === 'b@example.com' ? 'lost' : undefined),
    });
    const { mail, states } = folderWith();
    expect((await mail(server.url())).stdout).toContain('1 letter in doubt: it may have arrived;');
    expect(states().at(-1)).toBe('b@example.com sending');
    fault = false;
    const second = await mail(server.url());
    expect(second.code).toBe(1);
    expect(second.stdout).toMatch(
      /3 letters sent; 1 had been sent before\.\n1 letter in doubt:.*\n {2}b@example\.com\n/,
    );
    expect(server.to()).toEqual(people);
    expect(await mail(server.url(), '--retry-doubtful')).toMatchObject({ code: 0 });
    expect(server.to()).toEqual([...people, 'b@example.com']);
  });

  test('sends nobody a second letter when it is killed in the middle of one', async () => {
    const { server, reached, release } = await serverThatWaits('b@example.com');
    const { journal, mail, start } = folderWith();
    const child = start(server.url());
    await reached;
    expect((await mail(server.url())).stderr).toContain(
      `Another run (process ${child.pid}) is sending`,
    );
    child.kill('SIGKILL');
    await once(child, 'close');
    release();
    expect(existsSync(`${journal}.lock`)).toBe(true);
    // The power may go in the middle of a line.
    writeFileSync(journal, `${readFileSync(journal, 'utf8')}{"at":"2025`);
    const second = await mail(server.url());
    expect(second.stdout).toContain('1 letter in doubt');
    expect(server.to()).toEqual(people);
    expect(existsSync(`${journal}.lock`)).toBe(false);
  });

  test('brings a letter to its end when it is interrupted', async () => {
    const { server, reached, release } = await serverThatWaits('b@example.com');
    const { states, start } = folderWith();
    const child = start(server.url());
    await reached;
    child.kill('SIGINT');
    await once(child.stderr, 'data');
    release();
    const [code] = await once(child, 'close');
    expect(code).toBe(130);
    expect(states().at(-1)).toBe('b@example.com accepted');
    expect(server.to()).toEqual(people.slice(0, 2));
  });

  test('tries again what is put off, at the end and in the next run', async () => {
    const answers = new Map([
      ['b@example.com', 1],
      ['d@example.com', 2],
    ]);
    const server = await mailServer({
      recipient: (address) => {
        const left = answers.get(address) ?? 0;
        answers.set(address, left - 1);
        return left > 0 ? { code: 451, text: 'Greylisted' } : undefined;
      },
    });
    const { mail } = folderWith();
    const first = await mail(server.url());
    expect(first.code).toBe(1);
    expect(first.stdout).toMatch(
      /1 letter not sent yet: run the command again:\n {2}d@example\.com: 451 Greylisted/,
    );
    expect(server.to().sort()).toEqual(people.filter((each) => each !== 'd@example.com'));
    expect(await mail(server.url())).toMatchObject({ code: 0 });
    expect(server.to().sort()).toEqual(people);
  });

  test('notes who is refused for good, and sends to the others', async () => {
    const server = await mailServer({
      recipient: (address) =>
        address === 'b@example.com' ? { code: 550, text: 'No such user' } : undefined,
      letter: (to) => (to === 'd@example.com' ? { code: 554, text: 'Not wanted' } : undefined),
    });
    const { mail } = folderWith();
    const first = await mail(server.url());
    expect(first.code).toBe(1);
    expect(first.stdout).toMatch(
      /2 letters refused for good:\n {2}b@example\.com: 550 No such user\n {2}d@example\.com: 554 Not wanted/,
    );
    const sent = ['a@example.com', 'c@example.com', 'e@example.com'];
    expect(server.to()).toEqual(sent);
    const second = await mail(server.url());
    expect(second).toMatchObject({ code: 0, stderr: '' });
    expect(second.stdout).toContain('2 letters refused for good before');
    expect(server.to()).toEqual(sent);
    expect((await mail(server.url(), '--retry-rejected')).code).toBe(1);
  });

  test('blames no address when it is the sender that is refused', async () => {
    const server = await mailServer({ sender: () => ({ code: 550, text: 'Who are you' }) });
    const { mail, states } = folderWith();
    const { code, stdout } = await mail(server.url());
    expect(code).toBe(1);
    expect(stdout).toContain(
      'The server refuses the sender, mail.from in site.yml: 550 Who are you',
    );
    expect(states()).toEqual(['a@example.com sending', 'a@example.com unsent']);
  });
});
