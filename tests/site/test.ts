import { test as base, expect } from 'playwright/test';

export { expect };

/**
 * The tests of Playwright, each of which fails too when anything in the browser is held up by the site's
 * Content-Security-Policy: in a page, a frame or a worker.
 */
export const test = base.extend<{ violations: string[] }>({
  violations: [
    async ({ context }, use) => {
      const violations: string[] = [];
      // The console tells of them, what a worker does included; the event where the console is not heard.
      context.on('console', (message) => {
        if (/content.security.policy/i.test(message.text())) violations.push(message.text());
      });
      await context.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => {
          const { effectiveDirective, blockedURI, documentURI } = event;
          console.error(
            `Content-Security-Policy: ${effectiveDirective} ${blockedURI} on ${documentURI}`,
          );
        });
      });
      await use(violations);
      expect(violations).toEqual([]);
    },
    { auto: true },
  ],
});
