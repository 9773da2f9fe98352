import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { seatOf } from '../../../apps/server/features/rounds/testing/round-room.ts';
import type { TestServer } from '../../../tests/support/server.ts';
import { bar, listPhotos, listRows, openVisit, sendNow, shoot, tapScore } from './rating-hands.ts';
import { fillIn, type Valley } from './rating-phone.ts';

/** Signing in and out, another account, a file that is handed over. */
export function personScenes(server: TestServer, valley: Valley): void {
  const visitAt = (at: number) => {
    const visit = valley.room.visits[at];
    if (!visit) throw new Error(`no visit ${at}`);
    return visit;
  };

  it('catches a session that ends in the valley and takes the taps along, or lets another account send them', async () => {
    const visit = visitAt(3);
    const who = seatOf(visit, 1);
    const other = valley.room.panelist;
    const { page, context } = await valley.phoneOf(who);
    await openVisit(page, visit.village.name);
    const before = (await listRows(server, who.account)).length;
    await context.clearCookies();
    await tapScore(page, 0, '优');
    await bar(page, '登录已过期，1 条存在手机上');
    await tapScore(page, 1, '良');
    await page.locator('.status .line').click();
    await fillIn(page, who.userName);
    await bar(page, '已全部送达');
    expect((await listRows(server, who.account)).slice(before).map((row) => row.score)).toEqual([95, 85]);

    const othersBefore = await listRows(server, other.account);
    // Somebody else signs in in the same browser: nothing may go out under his name.
    await context.setOffline(true);
    await tapScore(page, 2, '中');
    await context.setOffline(false);
    await context.clearCookies();
    await context.addCookies(cookiesOf(other.cookie, valley.url));
    await sendNow(page);
    await bar(page, '现在登录的不是您，1 条存在手机上');
    expect(await listRows(server, other.account)).toEqual(othersBefore);
    await page.locator('.status .line').click();
    await fillIn(page, who.userName);
    await bar(page, '已全部送达');
    expect((await listRows(server, who.account)).at(-1)?.score).toBe(70);
  });

  it('catches an account that sees another one’s store, or is not told of it', async () => {
    const visit = visitAt(4);
    const who = seatOf(visit);
    const { page, context } = await valley.phoneOf(who);
    await context.setOffline(true);
    await openVisit(page, visit.village.name);
    await tapScore(page, 0, '差');
    await page.locator('.status .line').click();
    await page.getByRole('button', { name: '换一个账号' }).click();
    await page.getByText('1 条没有送出').waitFor();
    await context.setOffline(false);
    await fillIn(page, valley.room.panelist.userName);
    await page.getByRole('heading', { name: /今天|还没有取到/ }).waitFor();
    expect(await listRows(server, who.account)).toEqual([]);
    await page.goto(`${valley.url}/rating#/sync`);
    await page.getByRole('button', { name: '换一个账号' }).click();
    await fillIn(page, who.userName);
    await bar(page, '已全部送达');
    expect((await listRows(server, who.account)).map((row) => row.score)).toEqual([50]);
  });

  it('catches a sign-out that takes unsent work with it, and a key that outlives it', async () => {
    const visit = visitAt(5);
    const who = seatOf(visit, 1);
    const { page, context } = await valley.phoneOf(who);
    await context.setOffline(true);
    await openVisit(page, visit.village.name);
    await tapScore(page, 0, '中');
    await page.locator('.status .line').click();
    await page.getByRole('button', { name: '退出，并清掉手机上的记录' }).click();
    const dialog = page.getByRole('dialog', { name: '退出' });
    await dialog.getByText('还有 1 条没有送出').waitFor();
    expect(await dialog.getByRole('button', { name: /退出并清掉/ }).count()).toBe(0);
    await dialog.getByRole('button', { name: '现在发送' }).click();
    await dialog.getByText('没有信号，还发不出去。').waitFor();
    await context.setOffline(false);
    await dialog.getByRole('button', { name: '退出并清掉' }).click();
    await page.getByLabel('用户名').waitFor();
    expect((await listRows(server, who.account)).map((row) => row.score)).toEqual([70]);
    const left = await page.evaluate(async () => (await indexedDB.databases()).map((one) => one.name));
    expect(left).not.toContain(`hujian-rating-${who.account}`);
    const holders = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          const opened = indexedDB.open('hujian-rating');
          opened.onsuccess = () => {
            const count = opened.result.transaction('holders').objectStore('holders').count();
            count.onsuccess = () => done(count.result);
          };
        }),
    );
    expect(holders).toBe(0);
    expect((await context.cookies()).filter((cookie) => cookie.name.includes('session'))).toEqual([]);
  });

  it('catches what lies on the phone in plain text, and a key that can be read out', async () => {
    const visit = visitAt(0);
    const { page } = await valley.phoneOf(seatOf(visit, 2));
    await openVisit(page, visit.village.name);
    await page.getByRole('link', { name: '听' }).click();
    await page.getByLabel('听到什么').fill('只有我知道的一句话');
    await page.getByLabel('听到什么').blur();
    await bar(page, '已全部送达');
    const { text, exportable } = await page.evaluate(readStores);
    expect(text).toContain('hujian-rating');
    expect(text).not.toContain('只有我知道的一句话');
    expect(text).not.toContain(visit.village.name);
    expect(exportable).toEqual([false]);
  });

  it('catches a handed-over file that the officer cannot hand in, or that makes taps come twice', async () => {
    const visit = visitAt(1);
    const who = seatOf(visit);
    const { page, context } = await valley.phoneOf(who);
    const before = await listRows(server, who.account);
    await context.setOffline(true);
    await openVisit(page, visit.village.name);
    await tapScore(page, 0, '良');
    await shoot(page);
    await page.locator('.photos li').waitFor();
    await page.locator('.status .line').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '写成代交文件' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^互鉴-代交-.+-\d{4}-\d\d-\d\d\.hujian$/);
    const file = readFileSync(await download.path());
    expect(file.toString('utf8')).not.toContain('score');
    const form = new FormData();
    form.append('file', new Blob([file]), download.suggestedFilename());
    const answer = await fetch(`${valley.url}/api/rounds/${valley.room.round}/hand-over`, {
      method: 'POST',
      headers: { cookie: valley.room.townshipOfficer.cookie },
      body: form,
    });
    expect([answer.status, await answer.json()]).toMatchObject([200, { entries: 2, added: 2, files: 1 }]);
    await context.setOffline(false);
    await bar(page, '已全部送达');
    const rows = (await listRows(server, who.account)).slice(before.length);
    expect(rows.map((row) => row.kind)).toEqual(['score', 'photo']);
    expect(rows.every((row) => row.by_file === valley.room.townshipOfficer.account)).toBe(true);
    expect(await listPhotos(server, who.account)).toHaveLength(1);
  });
}

/** Everything that lies in the page's stores, as text; and whether a key among it could be read out. */
async function readStores(): Promise<{ text: string; exportable: boolean[] }> {
  const exportable: boolean[] = [];
  let text = '';
  const decoder = new TextDecoder();
  for (const { name = '' } of await indexedDB.databases()) {
    const base = await new Promise<IDBDatabase>((done) => {
      const opened = indexedDB.open(name);
      opened.onsuccess = () => done(opened.result);
    });
    text += name;
    for (const store of [...base.objectStoreNames].filter((one) => one !== 'ballast')) {
      const rows = await new Promise<unknown[]>((done) => {
        const all = base.transaction(store).objectStore(store).getAll();
        all.onsuccess = () => done(all.result);
      });
      text += JSON.stringify(rows, (_key, value) => {
        if (value instanceof CryptoKey) exportable.push(value.extractable);
        if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return decoder.decode(value);
        return value;
      });
    }
    base.close();
  }
  return { text, exportable };
}

const cookiesOf = (cookie: string, url: string) =>
  cookie.split('; ').map((one) => {
    const at = one.indexOf('=');
    return { name: one.slice(0, at), value: one.slice(at + 1), url };
  });
