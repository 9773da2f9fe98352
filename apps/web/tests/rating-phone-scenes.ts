import { expect, it } from 'vitest';
import { seatOf } from '../../../apps/server/features/rounds/testing/round-room.ts';
import { overflow } from '../../../tests/support/open-program.ts';
import type { TestServer } from '../../../tests/support/server.ts';
import { soon } from './browse.ts';
import { countStored, fillStorage } from './phone-storage.ts';
import { bar, listPhotos, listRows, openItem, openVisit, sendNow, shoot, tapScore } from './rating-hands.ts';
import type { Valley } from './rating-phone.ts';

/** Two phones, two tabs, a wrong clock, a full store, a plan that changed. */
export function phoneScenes(server: TestServer, valley: Valley): void {
  const visitAt = (at: number) => {
    const visit = valley.room.visits[at];
    if (!visit) throw new Error(`no visit ${at}`);
    return visit;
  };

  it('catches two phones of one panelist that judge differently without a word', async () => {
    const visit = visitAt(3);
    const who = seatOf(visit);
    const one = await valley.phoneOf(who);
    const two = await valley.phoneOf(who);
    for (const phone of [one, two]) await phone.context.setOffline(true);
    await openVisit(one.page, visit.village.name);
    await tapScore(one.page, 0, '良');
    await openVisit(two.page, visit.village.name);
    await tapScore(two.page, 0, '差');
    await openItem(two.page, 0);
    await two.page.locator('.item.open').getByRole('button', { name: '+1' }).click();
    await two.page.locator('.badge', { hasText: '51' }).waitFor();
    await one.context.setOffline(false);
    await bar(one.page, '已全部送达');
    await two.context.setOffline(false);
    await bar(two.page, '已全部送达');
    await two.page.getByText('另一部手机上给了 85 分，这里是 51 分，以这里的 51 分 为准。').waitFor();
    await sendNow(one.page);
    await one.page.getByText('另一部手机上给了 51 分，这里是 85 分，以另一部手机的 51 分 为准。').waitFor();
    await one.page.getByRole('button', { name: '定为 85 分' }).click();
    await one.page.locator('.badge', { hasText: '85' }).waitFor();
    await bar(one.page, '已全部送达');
    await sendNow(two.page);
    await two.page.locator('.badge', { hasText: '85' }).waitFor();
    const rows = await listRows(server, who.account);
    expect(rows.map((row) => row.score).toSorted()).toEqual([50, 51, 85, 85]);
    expect(rows.at(-1)?.score).toBe(85);
  });

  it('catches two open tabs that send twice or overwrite each other', async () => {
    const visit = visitAt(4);
    const who = seatOf(visit, 1);
    const { page, context } = await valley.phoneOf(who);
    const other = await context.newPage();
    await other.goto(`${valley.url}/rating`);
    await context.setOffline(true);
    await openVisit(page, visit.village.name);
    await openVisit(other, visit.village.name);
    await tapScore(page, 0, '优');
    await other.locator('.item').first().locator('.badge', { hasText: '95' }).waitFor();
    await tapScore(other, 1, '良');
    await Promise.all([tapScore(page, 2, '中'), tapScore(other, 3, '差')]);
    await context.setOffline(false);
    await bar(page, '已全部送达');
    await bar(other, '已全部送达');
    const rows = await listRows(server, who.account);
    expect(rows.map((row) => row.score).toSorted()).toEqual([50, 70, 85, 95]);
  });

  it('catches a wrong clock that changes what counts, or that nobody is told of', async () => {
    const visit = visitAt(5);
    const who = seatOf(visit, 2);
    const { page, context } = await valley.newPhone();
    await context.addInitScript(`{
      const off = -40 * 86400000, real = Date.now.bind(Date);
      globalThis.Date = class extends Date {
        constructor(...given) { if (given.length === 0) super(real() + off); else super(...given); }
        static now() { return real() + off; }
      };
    }`);
    await context.addCookies(cookiesOf(who.cookie, valley.url));
    await page.goto(`${valley.url}/rating`);
    await page.getByText('手机的时间慢了约 40 天').waitFor();
    await openVisit(page, visit.village.name);
    await tapScore(page, 0, '差');
    await bar(page, '已全部送达');
    const right = await valley.phoneOf(who);
    await openVisit(right.page, visit.village.name);
    await right.page.locator('.badge', { hasText: '50' }).waitFor();
    await tapScore(right.page, 0, '优');
    await bar(right.page, '已全部送达');
    await sendNow(page);
    await page.locator('.badge', { hasText: '95' }).waitFor();
    await tapScore(page, 0, '良');
    await bar(page, '已全部送达');
    expect((await listRows(server, who.account)).map((row) => row.score)).toEqual([50, 95, 85]);
  });

  it('catches a full phone that loses a rating, or takes a photograph in its place', async () => {
    const visit = visitAt(0);
    const who = seatOf(visit, 1);
    const { page, context } = await valley.newPhone();
    const control = await context.newCDPSession(page);
    // Small before anything is stored: what the browser once reckoned to be free, it goes by for half a minute.
    const quotaSize = 40_000_000;
    await control.send('Storage.overrideQuotaForOrigin', { origin: valley.url, quotaSize });
    await valley.enter(page, who);
    await openVisit(page, visit.village.name);
    await context.setOffline(true);
    await tapScore(page, 0, '良');
    await soon(() => countStored(page, `hujian-rating-${who.account}`, 'ballast')).toBe(1);
    await fillStorage(page, quotaSize, 100_000);
    await shoot(page);
    await page.getByRole('alert').getByText('这张没有存').waitFor();
    // Nothing is free any more but the reserve: what is kept for ratings must be given up for them.
    await fillStorage(page, quotaSize, 0);
    await tapScore(page, 1, '优');
    await tapScore(page, 2, '中');
    await page.getByText('手机存储空间快满了').waitFor();
    expect(await countStored(page, `hujian-rating-${who.account}`, 'ballast')).toBe(0);
    await control.send('Storage.overrideQuotaForOrigin', { origin: valley.url });
    await context.setOffline(false);
    await bar(page, '已全部送达');
    expect((await listRows(server, who.account)).map((row) => row.score)).toEqual([85, 95, 70]);
    expect(await listPhotos(server, who.account)).toEqual([]);
  });

  it('catches a plan that changed meanwhile and drops scores, or says nothing', async () => {
    const visit = visitAt(1);
    const who = seatOf(visit, 2);
    const { page, context } = await valley.phoneOf(who);
    await context.setOffline(true);
    await openVisit(page, visit.village.name);
    await tapScore(page, 0, '优');
    const { round, items } = valley.room;
    const [first, ...rest] = items;
    await changeItems(server, round, JSON.stringify(rest));
    await context.setOffline(false);
    await page.getByText(`不再评“${first?.title}”，已给的分留着但不计入`).waitFor();
    await page.getByText('本轮已不评的条目').waitFor();
    await bar(page, '已全部送达');
    expect((await listRows(server, who.account)).map((row) => row.score)).toContain(95);
    await changeItems(server, round, JSON.stringify(items));
  });

  it('catches a page that a narrow phone must scroll sideways', async () => {
    const visit = visitAt(2);
    const { page } = await valley.phoneOf(seatOf(visit), { width: 320, height: 640 });
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await openVisit(page, visit.village.name);
    await openItem(page, 0);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });
}

const changeItems = (server: TestServer, round: number, items: string): Promise<unknown> =>
  server.services.door.asSystem('a test changes what is judged', (trx) =>
    trx
      .updateTable('round')
      .set((of) => ({ items, version: of('version', '+', 1) }))
      .where('id', '=', round)
      .execute(),
  );

const cookiesOf = (cookie: string, url: string) =>
  cookie.split('; ').map((one) => {
    const at = one.indexOf('=');
    return { name: one.slice(0, at), value: one.slice(at + 1), url };
  });
