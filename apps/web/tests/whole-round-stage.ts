import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { buildWeb } from '../../../apps/server/cli/build-web.ts';
import {
  buildRoundPeople,
  type RoundPeople,
} from '../../../apps/server/features/rounds/testing/round-people.ts';
import {
  buildRoundPlaces,
  type RoundPlaces,
} from '../../../apps/server/features/rounds/testing/round-places.ts';
import { findChromium } from '../../../bin/chromium.mjs';
import { desk } from '../../../tests/support/open-program.ts';
import type { Caller, TestServer } from '../../../tests/support/server.ts';
import { cookiesOf } from './browse.ts';
import { type ProgramApart, programApart } from './program-apart.ts';

export interface RoundStage extends ProgramApart {
  readonly county: RoundPlaces & RoundPeople;
  readonly complaints: string[];
  /** A browser profile of its own with one page; null: nobody is signed in. */
  window(who: Caller | null, viewport?: { width: number; height: number }): Promise<Page>;
}

/** A county without any round, the program in a process of its own, and a browser in front of it. */
export function openRoundStage(server: TestServer): RoundStage {
  let county: (RoundPlaces & RoundPeople) | undefined;
  let browser: Browser | undefined;
  const contexts: BrowserContext[] = [];
  const complaints: string[] = [];

  const program = programApart(server);

  beforeAll(async () => {
    await buildWeb(() => undefined);
    const places = await buildRoundPlaces(server, {});
    county = { ...places, ...(await buildRoundPeople(server, places)) };
    await program.start();
    const executablePath = findChromium();
    if (executablePath === undefined) throw new Error('no browser of the Chromium family: set CHROMIUM_PATH');
    const args = ['--no-sandbox', '--disable-background-networking'];
    browser = await chromium.launch({ executablePath, args, env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  }, 240_000);
  afterAll(async () => {
    for (const context of contexts) await context.close();
    await browser?.close();
    await program.kill();
  }, 60_000);

  return {
    complaints,
    kill: program.kill,
    start: program.start,
    get url() {
      return program.url;
    },
    get county() {
      if (county === undefined) throw new Error('the county is made in beforeAll');
      return county;
    },
    window: async (who, viewport = desk) => {
      if (browser === undefined) throw new Error('the browser opens in beforeAll');
      const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
      contexts.push(context);
      if (who !== null) await context.addCookies(cookiesOf(who, program.url));
      const page = await context.newPage();
      page.setDefaultTimeout(30_000);
      page.on('pageerror', (error) => complaints.push(error.message));
      return page;
    },
  };
}
