import { expect, it } from 'vitest';
import { seatOf } from '../../../apps/server/features/rounds/testing/round-room.ts';
import type { TestServer } from '../../../tests/support/server.ts';
import { soon } from './browse.ts';
import { bar, listPhotos, listRows, openItem, openVisit, sendNow, shoot, tapScore } from './rating-hands.ts';
import type { Valley } from './rating-phone.ts';

/** Without a signal, with a signal that breaks off, with a server that dies. */
export function valleyScenes(server: TestServer, valley: Valley): void {
  it('catches a page that does not open in the valley, opens slowly, or forgets what was tapped there', async () => {
    const visit = valley.room.visits[0];
    if (!visit) throw new Error('no visit');
    const who = seatOf(visit);
    const { page, context } = await valley.phoneOf(who);
    await context.setOffline(true);
    const started = Date.now();
    await page.reload();
    await page.locator('.card').first().waitFor();
    expect(Date.now() - started).toBeLessThan(1000);

    await openVisit(page, visit.village.name);
    await tapScore(page, 0, '优');
    await tapScore(page, 1, '良');
    await openItem(page, 1);
    await page.locator('.item.open').getByRole('button', { name: '−1' }).click();
    await page.locator('.item').nth(1).locator('.badge', { hasText: '84' }).waitFor();
    await page.locator('.item.open').getByRole('button', { name: '记问题' }).click();
    await page.locator('.item.open').getByLabel('什么问题').fill('公开栏三个月没有换');
    // A flat battery: what was half written must be there again.
    await page.waitForTimeout(300);
    await page.reload();
    await openItem(page, 1);
    await soon(() => page.locator('.item.open').getByLabel('什么问题').inputValue()).toBe(
      '公开栏三个月没有换',
    );
    await page.locator('.item.open .finds').getByRole('button', { name: '记下' }).click();
    await page.getByRole('link', { name: '查' }).click();
    await page.getByLabel('哪本台账、档案').fill('会议记录本');
    await page.getByLabel('看到什么').fill('齐全');
    await page.getByRole('button', { name: '记下' }).click();
    await page.getByRole('button', { name: '收回这条' }).click();
    await page.getByRole('link', { name: '听' }).click();
    await page.getByLabel('谁介绍的').fill('书记');
    await page.getByLabel('听到什么').fill('今年开了四次会');
    await page.getByLabel('听到什么').blur();
    await page.getByRole('link', { name: '评' }).click();
    await page.getByRole('button', { name: '交评议表' }).click();
    await page.getByText('条没有评').waitFor();
    await page.getByRole('button', { name: '就这样交' }).click();
    await page.getByText('评议表已交').waitFor();
    await bar(page, '没有信号');
    expect(await listRows(server, who.account)).toEqual([]);

    await context.setOffline(false);
    await bar(page, '已全部送达');
    const rows = await listRows(server, who.account);
    const seen = rows.map((row) => `${row.kind} ${row.score ?? ''}`.trim());
    // Leaving one field of "hear" and then the other is two taps.
    expect(seen).toEqual([
      ...['score 95', 'score 85', 'score 84', 'finding', 'examine', 'examine'],
      ...['hear', 'hear', 'submit'],
    ]);
    expect(rows.map((row) => row.visit)).toEqual(rows.map(() => visit.id));
    expect(rows.findLast((row) => row.kind === 'examine')?.body).toMatchObject({ gone: true });
  });

  it('catches taps and photographs that a killed server loses or keeps twice', async () => {
    const visit = valley.room.visits[1];
    if (!visit) throw new Error('no visit');
    const who = seatOf(visit, 1);
    const { page, context } = await valley.phoneOf(who);
    await context.setOffline(true);
    await openVisit(page, visit.village.name);
    await tapScore(page, 0, '中');
    await shoot(page);
    await page.locator('.photos li').nth(0).waitFor();
    await shoot(page);
    await page.locator('.photos li').nth(1).waitFor();
    const items = await page.locator('.item').count();
    for (let at = 1; at < items; at++) await tapScore(page, at, at % 2 === 0 ? '优' : '差');
    await context.setOffline(false);
    // Somewhere in the middle of it the power goes.
    await expect
      .poll(async () => (await listRows(server, who.account)).length, { interval: 5 })
      .toBeGreaterThan(0);
    await valley.kill();
    await tapScore(page, 0, '良');
    await bar(page, '已存在手机上');
    await page.reload();
    await valley.revive();
    await sendNow(page);
    await bar(page, '已全部送达');
    const rows = await listRows(server, who.account);
    expect(rows.filter((row) => row.kind === 'score')).toHaveLength(items + 1);
    expect(rows.filter((row) => row.kind === 'photo')).toHaveLength(2);
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
    const photos = await listPhotos(server, who.account);
    expect(photos.map((photo) => photo.content?.length === photo.size)).toEqual([true, true]);
    expect(Math.max(...photos.map((photo) => photo.size))).toBeLessThan(450_000);
    // Freed once it is delivered; the small picture stays.
    await openItem(page, 0);
    await page.locator('.photos .thumb').first().waitFor();
    const left = await page.evaluate(
      (name) =>
        new Promise<number>((done) => {
          const opened = indexedDB.open(name);
          opened.onsuccess = () => {
            const count = opened.result.transaction('bytes').objectStore('bytes').count();
            count.onsuccess = () => done(count.result);
          };
        }),
      `hujian-rating-${who.account}`,
    );
    expect(left).toBe(0);
  });

  it('catches an answer that is lost on the way and makes the tap come twice', async () => {
    const visit = valley.room.visits[2];
    if (!visit) throw new Error('no visit');
    const who = seatOf(visit, 2);
    const { page } = await valley.phoneOf(who);
    let lost = 0;
    await page.route('**/api/rating/entries', async (route) => {
      lost += 1;
      if (lost > 2) return route.continue();
      await route.fetch();
      await route.abort('connectionreset');
    });
    await openVisit(page, visit.village.name);
    await tapScore(page, 0, '差');
    await bar(page, '没有信号，1 条');
    await sendNow(page);
    await bar(page, '没有信号，1 条');
    await sendNow(page);
    await bar(page, '已全部送达');
    expect(lost).toBeGreaterThan(2);
    expect((await listRows(server, who.account)).map((row) => row.score)).toEqual([50]);
  });

  it('catches a receipt that is forged and taken for true', async () => {
    const visit = valley.room.visits[2];
    if (!visit) throw new Error('no visit');
    const who = seatOf(visit, 2);
    const { page } = await valley.phoneOf(who);
    let forged = 0;
    await page.route('**/api/rating/entries', async (route) => {
      const answer = await route.fetch();
      const body = await answer.json();
      forged += 1;
      if (forged === 1) body.receipt.signature = `AAAA${String(body.receipt.signature).slice(4)}`;
      await route.fulfill({ response: answer, json: body });
    });
    await openVisit(page, visit.village.name);
    await tapScore(page, 1, '优');
    await bar(page, '未发送 1 条');
    await page.locator('.status .line').click();
    await page.getByText('服务器的收据核对不上').waitFor();
    await page.getByRole('button', { name: '现在发送' }).click();
    await bar(page, '已全部送达');
    expect((await listRows(server, who.account)).map((row) => row.score)).toEqual([95]);
  });
}
