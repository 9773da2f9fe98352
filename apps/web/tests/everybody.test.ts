import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  buildRoundRoom,
  type RoundRoom,
  today,
} from '../../../apps/server/features/rounds/testing/round-room.ts';
import { overflow, phone } from '../../../tests/support/open-program.ts';
import { withServer } from '../../../tests/support/server.ts';
import { choose, soon, withBrowser } from './browse.ts';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

let day = today;
const server = withServer({ work: false, now: () => new Date(`${day}T04:00:00Z`) });
const browsing = withBrowser(server);
let room: RoundRoom;
let page: Page;

beforeAll(async () => {
  room = await buildRoundRoom(server, { revealed: true, score: () => 80 });
  page = await browsing.as(room.townshipOfficer);
}, 120_000);

afterEach(() => {
  expect(browsing.complaints.splice(0)).toEqual([]);
});

describe('a poll on slips', () => {
  let ballot = '';
  let slips: string[] = [];

  it('catches a poll that cannot be set up, or that runs backwards', async () => {
    await page.goto(`${server.url}/ballots`);
    await page.getByText('还没有测评').waitFor();
    await page.getByRole('button', { name: '新建测评' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('测评哪个单位').fill(room.villages[0]?.code ?? '');
    await choose(page, form, '上河村1');
    await form.getByLabel('对什么是否满意').click();
    await choose(page, form, '对党组织工作');
    const until = form.getByLabel('投到哪天（含）');
    await until.fill('2026-11-01');
    await page.keyboard.press('Enter');
    await form.getByLabel('发多少张票').fill('20');
    await form.getByRole('button', { name: '新建测评' }).click();
    await form.getByText('结束的日子不能早于开始的日子。').waitFor();
    await until.fill('2026-11-30');
    await page.keyboard.press('Enter');
    await form.getByRole('button', { name: '新建测评' }).click();
    await page.waitForURL(/\/ballots\/\d+$/);
    ballot = page.url();
    await page.getByText('不足10张').waitFor();
  });

  it('catches slips that are printed without a word that they are made once, or more than eight a sheet', async () => {
    await page.getByRole('button', { name: '打印票' }).click();
    await page.getByRole('dialog').getByText('只在这一次显示').waitFor();
    const made = page.waitForResponse((answer) => answer.url().endsWith('/slips'));
    await page.getByRole('button', { name: '明白，现在生成票' }).click();
    ({ slips } = (await (await made).json()) as { slips: string[] });
    await page.locator('.slip-sheet').first().waitFor();
    await soon(() => page.locator('.slip .qr-code').count()).toBe(20);
    await soon(() => page.locator('.slip-sheet').count()).toBe(3);
    await soon(() => page.locator('.slip-sheet').first().locator('.slip').count()).toBe(8);
    const paper = await page.pdf({ preferCSSPageSize: true });
    expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(3);
    await page.getByRole('button', { name: '打印好了，关闭' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '打印好了，关闭' }).click();
    await soon(() => page.locator('.slip-sheets').count()).toBe(0);
  });

  it('catches a vote cast by one slip of the finger, cast twice, or a page that does not fit a phone', async () => {
    const villager = await browsing.as(null, phone);
    await villager.goto(`${server.url}/public/slips/${slips[0]}`);
    await villager.getByRole('button', { name: '基本满意' }).click();
    expect(await overflow(villager)).toBeLessThanOrEqual(0);
    await villager.getByRole('button', { name: '重新选' }).click();
    await villager.getByText(/不记名/).waitFor();
    await villager.getByRole('button', { name: '满意', exact: true }).click();
    await villager.getByRole('button', { name: '投票' }).click();
    await villager.getByText('投好了，谢谢').waitFor();
    await villager.reload();
    await villager.getByText('这张票已经投过了').waitFor();
    expect(await villager.getByRole('button').count()).toBe(0);
    await villager.goto(`${server.url}/public/slips/${'x'.repeat(22)}`);
    await villager.getByText('这张票不能用了').waitFor();
    await villager.context().close();
  });

  it('catches sums that are told while people still vote', async () => {
    await Promise.all(
      slips.slice(1, 12).map(async (slip, at) => {
        const vote = at < 6 ? 'satisfied' : at < 9 ? 'basically' : 'dissatisfied';
        const { status } = await server.call(null, 'POST', `/public/slips/${slip}`, { vote });
        expect(status).toBeLessThan(300);
      }),
    );
    await page.goto(ballot);
    await page.getByText('已满10张').waitFor();
    await page.getByText('结束以后显示').waitFor();
    expect(await page.locator('.ballot-sums').count()).toBe(0);
    await page.getByRole('button', { name: '结束测评' }).click();
    await page
      .getByRole('tooltip')
      .getByRole('button', { name: /确\s*定/ })
      .click();
    await page.getByText('共12张有效票').waitFor();
    await soon(() => page.locator('.ballot-sums').innerText()).toContain('7张');
    await soon(() => page.getByRole('button', { name: '打印票' }).count()).toBe(0);
    const late = await browsing.as(null, phone);
    await late.goto(`${server.url}/public/slips/${slips[13]}`);
    await late.getByText('可能测评已经结束').waitFor();
    await late.context().close();
  });

  it('catches a slip that is open before its day', async () => {
    const made = await server.call(room.townshipOfficer, 'POST', '/ballots', {
      organization: room.villages[1]?.id,
      round: null,
      about: 'service',
      title: '便民服务满意度测评',
      opensOn: '2026-11-24',
      closesOn: '2026-11-30',
      slips: 2,
    });
    const told = await server.call(room.townshipOfficer, 'POST', `/ballots/${made.body.id}/slips`, {});
    const early = await browsing.as(null, phone);
    await early.goto(`${server.url}/public/slips/${told.body.slips[0]}`);
    await early.getByText('2026年11月24日起可以投').waitFor();
    day = '2026-11-24';
    await early.reload();
    await early.getByRole('button', { name: '满意', exact: true }).waitFor();
    await early.context().close();
  });
});

describe('a draw that anybody can check', () => {
  it('catches a seed that is shown before the draw, or tickets that a calculator does not give', async () => {
    const drawn = await buildRoundRoom(server, { state: 'draft' });
    const who = drawn.townshipOfficer;
    const path = `/rounds/${drawn.round}`;
    const { body: round } = await server.call(who, 'GET', path);
    const setting = { ...round.setting, choice: 'draw', count: 2 };
    const { body: changed } = await server.call(who, 'POST', `${path}/change`, {
      version: round.version,
      setting,
    });
    const beaconRule = '十一月二十日的福利彩票号码';
    const { status, body: committed } = await server.call(who, 'POST', `${path}/draw/commit`, {
      version: changed.version,
      count: 2,
      every: 3,
      beaconRule,
    });
    expect(status).toBeLessThan(300);
    const villager = await browsing.as(null, phone);
    await villager.goto(`${server.url}/public/draws/${committed.slug}`);
    await villager.getByText('还没有抽签').waitFor();
    await villager.getByText(committed.commitment).waitFor();
    await villager.getByText(beaconRule).waitFor();
    expect(await overflow(villager)).toBeLessThanOrEqual(0);

    await server.call(who, 'POST', `${path}/draw/tell`, { beacon: '030915' });
    await villager.reload();
    await villager.getByText('与公布的一致').waitFor();
    const told = await villager.locator('dl code').allInnerTexts();
    const [commitment = '', seed = '', beacon = ''] = told;
    expect(sha256(seed)).toBe(commitment);
    const rows = await villager
      .locator('tbody tr')
      .evaluateAll((all) => all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.innerText)));
    expect(rows).toHaveLength(6);
    for (const [, unit = '', , , ticket] of rows)
      expect(ticket).toBe(sha256(`${seed}\n${beacon}\n${unit}`).slice(0, 10));
    await soon(() => villager.locator('tbody tr.chosen').count()).toBe(2);
    await villager.context().close();
  });
});

describe('the pages for everybody', () => {
  it('catches an address with a letter missing that leaves people before an empty page', async () => {
    const villager = await browsing.as(null, phone);
    for (const path of ['/public/notices/abc', '/public/nothing', `/public/draws/${'y'.repeat(20)}`]) {
      await villager.goto(server.url + path);
      await villager.getByText('没有这一页').waitFor();
    }
    await villager.goto(`${server.url}/public/objections`);
    await villager.getByRole('button', { name: '查看' }).click();
    await villager.getByText('请输入号码。').waitFor();
    await villager.getByLabel('号码').fill('ABCD-EFGH-1234');
    await villager.getByRole('button', { name: '查看' }).click();
    await villager.getByRole('alert').waitFor();
    await villager.context().close();
  });

  it('catches a page that says nothing where scripts do not run', async () => {
    const html = await (await fetch(`${server.url}/public/objections`)).text();
    expect(html).toMatch(/<noscript>[\s\S]*[\u4e00-\u9fff]{10}[\s\S]*<\/noscript>/);
  });

  it('catches a public page that grows beyond what an old phone fetches on a bad line', async () => {
    const html = await (await fetch(`${server.url}/public/objections`)).text();
    const dist = join(import.meta.dirname, '../dist');
    const named = [...html.matchAll(/\/(assets\/[\w.-]+\.(?:js|css))/g)].map(([, file]) => file ?? '');
    expect(readdirSync(join(dist, 'assets')).length).toBeGreaterThan(named.length);
    const bytes = named.map((file) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length);
    const kilobytes = (bytes.reduce((sum, one) => sum + one, 0) + gzipSync(html).length) / 1000;
    expect(kilobytes).toBeGreaterThan(10);
    expect(kilobytes).toBeLessThan(80);
  });
});
