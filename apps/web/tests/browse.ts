import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { buildWeb } from '../../../apps/server/cli/build-web.ts';
import { findChromium } from '../../../bin/chromium.mjs';
import { desk } from '../../../tests/support/open-program.ts';
import type { Caller, TestServer } from '../../../tests/support/server.ts';

export interface Browsing {
  /** Everything the pages complained about: errors in the console, failed scripts. */
  readonly complaints: string[];
  /** A window in which somebody is signed in already; null: nobody is. */
  as(who: Caller | null, viewport?: { width: number; height: number }): Promise<Page>;
}

/** A browser in front of a test's own server, for people that the test has made. */
export function withBrowser(server: TestServer): Browsing {
  const complaints: string[] = [];
  const contexts: BrowserContext[] = [];
  let browser: Browser | undefined;

  beforeAll(async () => {
    await buildWeb(() => undefined);
    const executablePath = findChromium();
    if (executablePath === undefined) throw new Error('no browser of the Chromium family: set CHROMIUM_PATH');
    browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-background-networking'],
      // Without it a plain environment loses the Chinese names of downloads.
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    });
  }, 180_000);

  afterAll(async () => {
    for (const context of contexts) await context.close();
    await browser?.close();
  }, 60_000);

  const as = async (who: Caller | null, viewport = desk): Promise<Page> => {
    if (browser === undefined) throw new Error('the browser opens in beforeAll');
    const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
    contexts.push(context);
    if (who !== null) await context.addCookies(cookiesOf(who, server.url));
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (line) => {
      // A refused request is part of what is tested; the browser reports each as an error.
      if (line.type() === 'error' && !line.text().startsWith('Failed to load resource')) {
        complaints.push(line.text());
      }
    });
    return page;
  };
  return { complaints, as };
}

export const cookiesOf = ({ cookie }: Caller, url: string) =>
  cookie.split('; ').map((one) => {
    const at = one.indexOf('=');
    return { name: one.slice(0, at), value: one.slice(at + 1), url };
  });

/** Reads again until it is as expected, as long as a page waits: what a screen shows may still be on its way. */
export const soon = <T>(read: () => T, about = '') =>
  expect.poll(read, { timeout: 15_000, interval: 50, message: about });

export const options = (page: Page): Locator => page.locator('.ant-select-item-option:visible');

/** Waits until an open list that searches holds only what was looked for: from then on it stands still. */
export async function narrowed(page: Page, words: string): Promise<void> {
  await options(page).filter({ hasText: words }).first().waitFor();
  await soon(() => options(page).filter({ hasNotText: words }).count()).toBe(0);
}

/** Chooses of the open list, and waits until the form shows it as chosen. */
export async function choose(page: Page, form: Locator, words: string): Promise<void> {
  await options(page).filter({ hasText: words }).first().click();
  const shown = form.locator('.ant-select-selection-item, .ant-select-content-has-value');
  await shown.filter({ hasText: words }).first().waitFor();
}
