import type { VisitEntry } from '@hujian/contract';
import type { Page } from 'playwright-core';
import type { TestServer } from '../../../tests/support/server.ts';

/** What a thumb does on the phone's page. */
export async function openVisit(page: Page, name: string): Promise<void> {
  const back = page.getByRole('button', { name: '全部观摩' });
  await back.or(page.locator('.card')).first().waitFor();
  if (await back.isVisible()) await back.click();
  await page.locator('.card', { hasText: name }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** Opens the item at a place of the list, counted from 0. */
export async function openItem(page: Page, at: number): Promise<void> {
  const head = page.locator('.item .head').nth(at);
  if ((await head.getAttribute('aria-expanded')) === 'false') await head.click();
}

type Step = '优' | '良' | '中' | '差';
export const stepScores: Record<Step, number> = { 优: 95, 良: 85, 中: 70, 差: 50 };

export async function tapScore(page: Page, at: number, step: Step): Promise<void> {
  await openItem(page, at);
  await page.locator('.item.open .steps button', { hasText: step }).click();
  await page
    .locator('.item')
    .nth(at)
    .locator('.badge', { hasText: String(stepScores[step]) })
    .waitFor();
}

export const bar = (page: Page, text: string): Promise<void> =>
  page.locator('.status .line', { hasText: text }).waitFor({ timeout: 30_000 });

export async function sendNow(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
}

export interface Row {
  id: string;
  visit: number;
  field: string;
  score: number | null;
  kind: string;
  body: VisitEntry['body'];
  by_file: string | null;
}

/** What the server has of an account, in the order of the taps. */
export const listRows = (server: TestServer, account: string): Promise<Row[]> =>
  server.services.door.asSystem('a test looks at what came in', (trx) =>
    trx
      .selectFrom('visit_entry')
      .select(['id', 'visit', 'field', 'score', 'kind', 'body', 'by_file'])
      .where('account', '=', account)
      .orderBy('clock')
      .orderBy('id')
      .execute(),
  );

export const listPhotos = (server: TestServer, account: string) =>
  server.services.door.asSystem('a test looks at the photographs that came in', (trx) =>
    trx
      .selectFrom('visit_file')
      .select(['id', 'size', 'content', 'received_at'])
      .where('account', '=', account)
      .execute(),
  );

/** A picture of noise, so large that it must be scaled down and sent in parts. */
export async function makePhoto(page: Page, side = 2400): Promise<Buffer> {
  const base64 = await page.evaluate((size) => {
    const canvas = document.createElement('canvas');
    canvas.width = size;
    canvas.height = (size * 3) / 4;
    const pen = canvas.getContext('2d');
    for (let at = 0; at < 4000 && pen; at++) {
      pen.fillStyle = `hsl(${(at * 47) % 360} 70% ${30 + (at % 50)}%)`;
      pen.fillRect((at * 97) % size, (at * 61) % canvas.height, 60, 40);
    }
    return canvas.toDataURL('image/jpeg', 0.95).split(',')[1] ?? '';
  }, side);
  return Buffer.from(base64, 'base64');
}

export async function shoot(page: Page): Promise<void> {
  const buffer = await makePhoto(page);
  const chooser = page.locator('.shoot input').first();
  await chooser.setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer });
}
