import { expect, it } from 'vitest';
import type { TestServer } from '../../../tests/support/server.ts';
import { soon } from './browse.ts';
import { bar, listRows, sendNow } from './rating-hands.ts';
import { handsIn, type PanelPhone, takePhone } from './whole-round-phone.ts';
import { items } from './whole-round-plan.ts';
import type { RoundStage } from './whole-round-stage.ts';
import { pageOf, type Story, tab } from './whole-round-story.ts';

const steps = ['优', '良', '中', '差'] as const;
/** The first village is clearly ahead, the last behind; the second panelist is strict on some items. */
const stepFor = (village: number, panelist: number, item: number) =>
  steps[Math.min(3, village + (panelist === 1 && item % 2 === 0 ? 1 : 0))] ?? '差';

/** Three phones in a valley without a signal; one comes back while the power goes; all arrive. */
export function valleyScenes(server: TestServer, stage: RoundStage, story: Story): void {
  const rate = async (phone: PanelPhone, village: number): Promise<void> => {
    const hands = handsIn(phone, story.villages[village] ?? '');
    await hands.open();
    for (let at = 0; at < items; at += 1)
      await hands.score(at, stepFor(village, story.phones.indexOf(phone), at));
  };
  const whole = async (phone: PanelPhone, village: number): Promise<void> => {
    await rate(phone, village);
    await handsIn(phone, story.villages[village] ?? '').handIn();
  };

  const observe = async (phone: PanelPhone): Promise<void> => {
    const hands = handsIn(phone, story.villages[0] ?? '');
    await hands.open();
    await hands.hear('今年开了四次党员大会，书记讲了集体收入。');
    await hands.examine('会议记录本', '齐全，三月的缺签到');
    await hands.look('便民服务点', '有人值班');
    await hands.discuss('最近一次党课讲的什么', '讲的是防汛');
    await hands.toItems();
    await hands.score(0, '良');
    await hands.photo();
    await hands.finding('公开栏三个月没有换');
    await hands.practice('积分换服务', '党员积分可以换理发，群众愿意参加。');
  };

  it('catches a phone that does not open in the valley', async () => {
    for (const who of stage.county.secretaries.slice(3, 6)) story.phones.push(await takePhone(stage, who));
    for (const { page } of story.phones) {
      await page.context().setOffline(true);
      await page.reload();
      await page.locator('.card').nth(2).waitFor();
    }
  });

  it('catches a tap, a note or a photograph that cannot be made without a signal', async () => {
    const [first, second, third] = story.phones;
    if (!first || !second || !third) throw new Error('three phones are in the valley');
    await Promise.all([
      (async () => {
        await observe(first);
        await whole(first, 0);
        await whole(first, 1);
      })(),
      (async () => {
        await whole(second, 0);
        await rate(second, 1);
        await handsIn(second, story.villages[1] ?? '').finding('村务没有按季度公开');
        await handsIn(second, story.villages[1] ?? '').handIn();
        await whole(second, 2);
      })(),
      (async () => {
        for (const village of [2, 1, 0]) await whole(third, village);
        // He thinks better of it, and hands the sheet in again.
        await handsIn(third, story.villages[0] ?? '').score(1, '良');
        await handsIn(third, story.villages[0] ?? '').handIn();
      })(),
    ]);
    for (const { page, taps, who } of story.phones) {
      // A photograph is sent by itself, beside the entry that names it.
      const photos = taps.filter(({ what }) => what === 'photo').length;
      await bar(page, `没有信号，${taps.length + photos} 条已存在手机上`);
      expect(await listRows(server, who.account)).toEqual([]);
    }
  });

  it('catches a wall screen that tells medians of a few sheets, or does not say that the server is gone', async () => {
    const page = pageOf(story, 'township');
    await page.goto(`${stage.url}/rounds/${story.round}`);
    await tab(page, '评议会');
    const href = await page.getByRole('link', { name: '打开大屏' }).getAttribute('href');
    story.wall = await stage.window(stage.county.townshipOfficer);
    await story.wall.goto(`${stage.url}${href}`);
    await story.wall.locator('.wall-out strong', { hasText: /^9$/ }).waitFor();
  });

  it('catches a server killed in the middle of sending that loses taps or counts them twice', async () => {
    const wall = pageOf(story, 'wall');
    const [first] = story.phones;
    if (!first) throw new Error('three phones are in the valley');
    // The server has written what came, and dies before the phone hears of it.
    let dead = false;
    await first.page.route(
      '**/api/rating/entries',
      async (route) => {
        await route.fetch();
        await stage.kill();
        dead = true;
        await route.abort('connectionreset');
      },
      { times: 1 },
    );
    await first.page.context().setOffline(false);
    await expect.poll(() => dead, { timeout: 30_000 }).toBe(true);
    expect((await listRows(server, first.who.account)).length).toBeGreaterThan(0);
    await wall.getByRole('alert').getByText('连接中断').waitFor();
    // Meanwhile he goes on to the third village, and the phone starts anew.
    await whole(first, 2);
    await first.page.reload();
    await first.page.getByRole('heading', { level: 1, name: story.villages[2] ?? '' }).waitFor();
    await stage.start();
    await sendNow(first.page);
    await bar(first.page, '已全部送达');
    await wall.locator('.wall-in strong', { hasText: /^3$/ }).waitFor();
    await wall.locator('.wall-out strong', { hasText: /^6$/ }).waitFor();
    await wall.getByRole('alert').waitFor({ state: 'hidden' });
    await soon(() => wall.getByText('不足3张，先不显示').count()).toBe(3);
  });

  it('catches phones that do not arrive, or a wall screen that stays behind or names who judged', async () => {
    const wall = pageOf(story, 'wall');
    // Of the second phone the first sending is cut off before it reaches the server.
    await story.phones[1]?.page.route('**/api/rating/entries', (route) => route.abort('connectionreset'), {
      times: 1,
    });
    for (const { page } of story.phones) await page.context().setOffline(false);
    for (const { page } of story.phones) {
      await sendNow(page);
      await bar(page, '已全部送达');
    }
    await wall.locator('.wall-in strong', { hasText: /^9$/ }).waitFor();
    await wall.locator('.wall-full strong', { hasText: /^0$/ }).waitFor();
    await soon(async () => (await wall.locator('.spread-median').allInnerTexts()).join(' ')).toMatch(
      /^\d[\d.]* \d[\d.]* \d[\d.]*$/,
    );
    // Words are told when the meeting is closed: until then the screen must not say that nobody wrote any.
    await wall.getByRole('button', { name: '好做法与问题' }).click();
    await wall.getByText('评议会关闭以后显示').waitFor();
    for (const view of ['各条目', '好做法与问题', '各观摩点']) {
      await wall.getByRole('button', { name: view }).click();
      await wall.getByRole('button', { name: view, pressed: true }).waitFor();
      expect(await wall.locator('main').innerText()).not.toMatch(/书记某|评议人员某/);
    }
  });
}
