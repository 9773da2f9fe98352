import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { buildWeb } from '../../../apps/server/cli/build-web.ts';
import { buildRoundRoom, type RoundRoom } from '../../../apps/server/features/rounds/testing/round-room.ts';
import { findChromium } from '../../../bin/chromium.mjs';
import { password, type Signed } from '../../../tests/support/factories.ts';
import { phone } from '../../../tests/support/open-program.ts';
import type { TestServer } from '../../../tests/support/server.ts';
import { programApart } from './program-apart.ts';

/** A phone: a browser profile of its own with one page. */
export interface Phone {
  context: BrowserContext;
  page: Page;
}

export interface Valley {
  readonly url: string;
  readonly room: RoundRoom;
  readonly complaints: string[];
  /** Kills the program as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again at the same address on the same database. */
  revive(): Promise<void>;
  newPhone(viewport?: { width: number; height: number }): Promise<Phone>;
  /** Signs in on a phone and waits until it has the plan and opens without a signal. */
  enter(page: Page, who: Signed): Promise<void>;
  /** A phone on which somebody has signed in and has his plan. */
  phoneOf(who: Signed, viewport?: { width: number; height: number }): Promise<Phone>;
}

/** A round, a program in a process of its own at a port that stays, and a browser for phones. */
export function openValley(server: TestServer, items?: readonly string[]): Valley {
  let room: RoundRoom | undefined;
  let browser: Browser | undefined;
  const contexts: BrowserContext[] = [];
  const complaints: string[] = [];

  const program = programApart(server);
  beforeAll(async () => {
    await buildWeb(() => undefined);
    room = await buildRoundRoom(server, items === undefined ? {} : { items });
    await holdToday(server);
    await program.start();
    const executablePath = findChromium();
    if (executablePath === undefined) throw new Error('no browser of the Chromium family: set CHROMIUM_PATH');
    const args = ['--no-sandbox', '--disable-background-networking'];
    browser = await chromium.launch({ executablePath, args, env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  }, 180_000);
  afterAll(async () => {
    for (const context of contexts) await context.close();
    await browser?.close();
    await program.kill();
  }, 60_000);

  const newPhone = async (viewport = phone): Promise<Phone> => {
    if (browser === undefined) throw new Error('the browser opens in beforeAll');
    const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
    contexts.push(context);
    context.setDefaultTimeout(15_000);
    context.on('page', (page) => page.on('pageerror', (error) => complaints.push(error.message)));
    return { context, page: await context.newPage() };
  };
  const enter = async (page: Page, who: Signed): Promise<void> => {
    await page.goto(`${program.url}/rating`);
    await fillIn(page, who.userName);
    await page.getByRole('heading', { name: '今天' }).waitFor();
    await page.locator('.card').first().waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  };
  return {
    complaints,
    kill: program.kill,
    revive: program.start,
    newPhone,
    enter,
    get url() {
      return program.url;
    },
    get room() {
      if (room === undefined) throw new Error('the round is made in beforeAll');
      return room;
    },
    phoneOf: async (who, viewport) => {
      const made = await newPhone(viewport);
      await enter(made.page, who);
      return made;
    },
  };
}

/** The fixture's visits are on a day of their own; a phone is for today. */
export const holdToday = (server: TestServer): Promise<unknown> =>
  server.services.door.asSystem('a test moves its visits to today', (trx) =>
    trx
      .updateTable('visit')
      .set({ planned_on: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10) })
      .execute(),
  );

export async function fillIn(page: Page, userName: string): Promise<void> {
  const name = page.getByLabel('用户名');
  if (await name.isEditable()) await name.fill(userName);
  await page.getByLabel('口令', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}
