import type { Page } from 'playwright-core';
import type { Signed } from '../../../tests/support/factories.ts';
import { phone as phoneSize } from '../../../tests/support/open-program.ts';
import { openVisit, shoot, stepScores, tapScore } from './rating-hands.ts';
import { fillIn } from './rating-phone.ts';
import type { RoundStage } from './whole-round-stage.ts';

/** One tap as the server must have it: 'score <item> 85', 'hear', 'finding' … */
export interface Tap {
  village: string;
  what: string;
}

/** A panelist with his phone, and everything that was tapped and sent on it. */
export interface PanelPhone {
  who: Signed;
  page: Page;
  taps: Tap[];
  /** How often each entry left the phone, by its id. */
  sent: Map<string, number>;
  /** SHA-256 of the photographs that it announced, by their ids. */
  photos: Map<string, { sha256: string; size: number }>;
}

/** Signs in on a phone and waits until it opens without a signal. */
export async function takePhone(stage: RoundStage, who: Signed): Promise<PanelPhone> {
  const page = await stage.window(null, phoneSize);
  const phone: PanelPhone = { who, page, taps: [], sent: new Map(), photos: new Map() };
  page.on('request', (request) => {
    if (request.method() !== 'POST') return;
    const { pathname } = new URL(request.url());
    if (pathname === '/api/rating/entries')
      for (const { id } of request.postDataJSON().entries) phone.sent.set(id, (phone.sent.get(id) ?? 0) + 1);
    if (pathname === '/api/rating/files') {
      const { id, sha256, size } = request.postDataJSON();
      phone.photos.set(id, { sha256, size });
    }
  });
  await page.goto(`${stage.url}/rating`);
  await fillIn(page, who.userName);
  await page.locator('.card').first().waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  return phone;
}

type Step = keyof typeof stepScores;

/** The thumb of a panelist in one village; what it does is written down. */
export function handsIn(phone: PanelPhone, village: string) {
  const { page } = phone;
  const note = (what: string) => phone.taps.push({ village, what });
  const method = async (tab: string, fields: Record<string, string>) => {
    await page.getByRole('link', { name: tab }).click();
    for (const [label, text] of Object.entries(fields)) await page.getByLabel(label).fill(text);
    await page.getByRole('button', { name: '记下' }).click();
    await page.locator('.visit .list li').first().waitFor();
  };
  const find = async (button: string, fields: Record<string, string>) => {
    const place = page.locator('.item.open .finds');
    const before = await place.locator('.list li').count();
    await place.getByRole('button', { name: button }).click();
    for (const [label, text] of Object.entries(fields)) await place.getByLabel(label).fill(text);
    await place.getByRole('button', { name: '记下' }).click();
    await place.locator('.list li').nth(before).waitFor();
  };
  return {
    open: () => openVisit(page, village),
    score: async (at: number, step: Step) => {
      await tapScore(page, at, step);
      note(`score ${at} ${stepScores[step]}`);
    },
    hear: async (text: string) => {
      await page.getByRole('link', { name: '听' }).click();
      await page.getByLabel('听到什么').fill(text);
      await page.getByLabel('听到什么').blur();
      await page.getByRole('link', { name: '听' }).locator('sup').waitFor();
      note('hear');
    },
    examine: async (archive: string, found: string) => {
      await method('查', { '哪本台账、档案': archive, 看到什么: found });
      note('examine');
    },
    look: async (place: string, found: string) => {
      await method('看', { 什么地方: place, 看到什么: found });
      note('look');
    },
    discuss: async (question: string, answer: string) => {
      await method('谈', { 问了什么: question, 怎么回答的: answer });
      note('discuss');
    },
    toItems: () => page.getByRole('link', { name: '评' }).click(),
    finding: async (text: string) => {
      await find('记问题', { 什么问题: text });
      note('finding');
    },
    practice: async (title: string, text: string) => {
      await find('记做法', { 做法叫什么: title, '怎么做的、好在哪里': text });
      note('practice');
    },
    photo: async () => {
      await shoot(page);
      await page.locator('.item.open .photos li').first().waitFor();
      note('photo');
    },
    handIn: async () => {
      await page.getByRole('button', { name: '交评议表' }).click();
      await page
        .getByRole('dialog', { name: '交评议表' })
        .getByRole('button', { name: /^(交|就这样交)/ })
        .click();
      await page.getByText('评议表已交').waitFor();
      note('submit');
    },
  };
}
