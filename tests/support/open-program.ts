import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { buildWeb } from '../../apps/server/cli/build-web.ts';
import type { CountyPlan } from '../../apps/server/demo/county-plan.ts';
import type { DemoAccount } from '../../apps/server/demo/demo-accounts.ts';
import { fillDemo } from '../../apps/server/demo/fill-demo.ts';
import { makeCode } from '../../apps/server/demo/totp.ts';
import { startServer } from '../../apps/server/http/server.ts';
import { findChromium } from '../../bin/chromium.mjs';
import type { TestDatabase } from './database.ts';

export { workbook } from '../../apps/server/features/imports/testing/workbook.ts';

export const desk = { width: 1366, height: 768 };
export const phone = { width: 390, height: 844 };

/** Big enough for two townships to differ, small enough to be told in seconds. */
const smallCounty: Partial<CountyPlan> = { townships: 2, villages: 12, others: 2, members: 500 };

export interface Program {
  readonly url: string;
  readonly accounts: readonly DemoAccount[];
  /** Everything the pages complained about: errors in the console, failed scripts. */
  readonly complaints: string[];
  open(viewport?: { width: number; height: number }): Promise<Page>;
  signIn(role: string, viewport?: { width: number; height: number }): Promise<Page>;
}

/** The whole program on a database of its own, with a browser in front of it. `demo: false` leaves it empty. */
export function openProgram(database: TestDatabase, options: { demo?: boolean } = {}): Program {
  const dataFolder = mkdtempSync(join(tmpdir(), 'hujian-web-'));
  const complaints: string[] = [];
  const contexts: BrowserContext[] = [];
  let running: { url: string; close(): Promise<void> } | undefined;
  let browser: Browser | undefined;
  let accounts: DemoAccount[] = [];

  beforeAll(async () => {
    await buildWeb(() => undefined);
    if (options.demo !== false) {
      ({ accounts } = await fillDemo({ databaseUrl: database.url, dataFolder, plan: smallCounty }));
    }
    running = await startServer({ databaseUrl: database.url, dataFolder, port: 0, log: () => undefined });
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
    await running?.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }, 60_000);

  const open = async (viewport = desk): Promise<Page> => {
    if (browser === undefined) throw new Error('the program opens in beforeAll');
    const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
    contexts.push(context);
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

  const url = () => {
    if (running === undefined) throw new Error('the program opens in beforeAll');
    return running.url;
  };

  return {
    complaints,
    get url() {
      return url();
    },
    get accounts() {
      return accounts;
    },
    open,
    signIn: async (role, viewport) => {
      const account = accounts.find((one) => one.role === role);
      if (account === undefined) throw new Error(`the demo has no account for ${role}`);
      const page = await open(viewport);
      await page.goto(url());
      await fillSignIn(page, account.userName, account.password);
      if (account.totp !== null) await passChallenge(page, account.totp);
      await page.locator('.shell').waitFor();
      return page;
    },
  };
}

export async function fillSignIn(page: Page, userName: string, password: string): Promise<void> {
  await page.getByLabel('用户名').fill(userName);
  await page.getByLabel('口令', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

export async function passChallenge(page: Page, totp: string): Promise<void> {
  await page.getByLabel('动态口令').fill(makeCode(totp, new Date()));
  await page.getByRole('button', { name: '确认' }).click();
}

/** By how many pixels the page is wider than the window: a phone must not scroll sideways. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}
