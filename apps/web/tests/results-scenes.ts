import type { Page } from 'playwright-core';
import { afterEach, beforeAll, expect, it } from 'vitest';
import type { RoundRoom } from '../../../apps/server/features/rounds/testing/round-room.ts';
import { overflow, phone } from '../../../tests/support/open-program.ts';
import type { TestServer } from '../../../tests/support/server.ts';
import { type Browsing, soon } from './browse.ts';

export interface ResultStage {
  server: TestServer;
  browsing: Browsing;
  room: () => RoundRoom;
  /** From now on it is noon of this day in China. */
  setDay: (day: string) => void;
}

/** A round's result from its first computation to a correction, as a township and its county go about it. */
export function resultScenes({ server, browsing, room, setDay }: ResultStage): void {
  let page: Page;
  let county: Page;
  let code = '';
  let notice = '';

  beforeAll(async () => {
    page = await browsing.as(room().townshipOfficer);
    county = await browsing.as(room().countyOfficer);
  }, 60_000);

  afterEach(() => {
    expect(browsing.complaints.splice(0)).toEqual([]);
  });

  const tab = () => `${server.url}/rounds/${room().round}?tab=result`;
  const open = async (where: Page) => {
    await where.goto(tab());
    await where.getByRole('heading', { level: 1, name: '第四季度三互活动' }).waitFor();
  };
  const dialog = (where: Page) => where.getByRole('dialog');
  const press = (where: Page, name: string) =>
    where.getByRole('button', { name, exact: true }).first().click();
  const stands = (where: Page, state: string) => where.locator('.result-now', { hasText: state }).waitFor();
  const step = async (where: Page, name: string, note?: string) => {
    await press(where, name);
    if (note !== undefined) await dialog(where).locator('textarea').fill(note);
    await dialog(where).getByRole('checkbox').check();
    await dialog(where).getByRole('button', { name, exact: true }).click();
    await dialog(where).waitFor({ state: 'hidden' });
  };

  it('catches a result that may be computed before the round is closed', async () => {
    await open(page);
    await page.getByText('本轮还没有结束').first().waitFor();
    expect(await page.getByRole('button', { name: '计算结果' }).count()).toBe(0);
    const round = await server.call(room().townshipOfficer, 'GET', `/rounds/${room().round}`);
    const closed = await server.call(room().townshipOfficer, 'POST', `/rounds/${room().round}/close`, {
      version: round.body.version,
    });
    expect(closed.status).toBe(200);
  });

  it('catches an order among villages that rests on no document', async () => {
    await open(page);
    await press(page, '计算结果');
    await dialog(page).getByRole('button', { name: '计算结果' }).click();
    await page.getByText('这份结果不排名、不分档').waitFor();
    await page.getByRole('heading', { name: '发现的问题' }).waitFor();
    expect(await page.locator('.result-units').count()).toBe(0);
    expect(await page.getByText('A档').count()).toBe(0);
  });

  it('catches a basis that does not reach the rounds below it', async () => {
    await county.goto(`${server.url}/rounds/bases`);
    await press(county, '登记依据');
    const form = dialog(county);
    await form.getByRole('button', { name: '登记', exact: true }).click();
    await form.getByText('请填写文号。').waitFor();
    await form.getByLabel('文件名称').fill('关于开展三互活动评比的通知');
    await form.getByLabel('文号').fill('组发〔2026〕12号');
    await form.getByLabel('发文机关').fill('县委组织部');
    for (const [label, day] of [
      ['发文日期', '2026-01-05'],
      ['有效期到', '2027-12-31'],
    ] as const) {
      await form.getByLabel(label).fill(day);
      await county.keyboard.press('Enter');
    }
    await form.getByRole('button', { name: '登记', exact: true }).click();
    await county
      .locator('.result-table', { hasText: '组发〔2026〕12号' })
      .getByText('有效', { exact: true })
      .waitFor();

    await open(page);
    await press(page, '重新计算');
    await dialog(page).getByRole('button', { name: '重新计算' }).click();
    await page.locator('.result-units').waitFor();
    await soon(() => page.locator('.result-units tbody tr td:first-child').count()).toBe(6);
    await soon(() => page.locator('.result-interval svg').count()).toBe(6);
    expect(await page.locator('.result-units').innerText()).not.toMatch(/第\s*\d+\s*名/);
    await page.getByText('关于开展三互活动评比的通知').waitFor();
    await page
      .getByText('偏严')
      .or(page.getByText('偏松'))
      .or(page.getByText('与大家相当'))
      .first()
      .waitFor();
  });

  it('catches an adjustment without a reason, or one that is not told beside the total', async () => {
    await page.locator('.result-units').getByRole('button', { name: /^调整/ }).first().click();
    const form = dialog(page);
    await form.getByLabel('加减几分').fill('-2');
    await form.getByRole('button', { name: '调整', exact: true }).click();
    await form.getByText('请填写理由。').waitFor();
    await form.getByLabel('理由').fill('整改情况迟报两次');
    await form.getByRole('button', { name: '调整', exact: true }).click();
    await page.locator('.result-list', { hasText: '整改情况迟报两次' }).first().waitFor();
    await soon(() => page.locator('.result-units').innerText()).toContain('-2');
  });

  it('catches a packet that cannot be taken away', async () => {
    const download = page.waitForEvent('download');
    await press(page, '下载数据包');
    expect((await download).suggestedFilename()).toMatch(/\.json$/);
    await page.getByText('自己算一遍').click();
    await page.getByText('hujian result check').waitFor();
  });

  it('catches a result that skips the level above, or that comes back without a word', async () => {
    await step(page, '报送审定');
    await stands(page, '报送');
    await soon(() => page.getByRole('button', { name: '重新计算' }).count()).toBe(0);

    await county.goto(`${server.url}/results/waiting`);
    await county.getByRole('link', { name: '第四季度三互活动' }).click();
    await press(county, '退回');
    await dialog(county).getByRole('button', { name: '确定退回' }).click();
    await dialog(county).getByText('请填写要改什么。').waitFor();
    await dialog(county).locator('textarea').fill('请补充两村的说明。');
    await dialog(county).getByRole('button', { name: '确定退回' }).click();
    await stands(county, '退回');

    await open(page);
    await page.getByText('请补充两村的说明。').waitFor();
    await step(page, '报送审定', '已补充。');
    await open(county);
    await step(county, '审定通过');
    await stands(county, '审定');
    await county.goto(`${server.url}/results/waiting`);
    await county.getByText('没有等着审定的结果').waitFor();
  });

  it('catches a notice shorter than three working days, or one without a public page', async () => {
    await open(page);
    await press(page, '发公示');
    const form = dialog(page);
    await form.getByLabel('公示几个工作日').fill('3');
    await form.getByLabel('异议怎么找我们').fill('乡党建办，5551234');
    await form.getByRole('button', { name: '发公示' }).click();
    await form.getByText(/请勾选/).waitFor();
    await form.getByRole('checkbox').check();
    await form.getByRole('button', { name: '发公示' }).click();
    await stands(page, '公示');
    // From Friday the 20th: Monday, Tuesday, Wednesday.
    await page.getByText('2026年11月20日至2026年11月25日，3个工作日').waitFor();
    await page.locator('.result-notice .qr-code').waitFor();
    notice = (await page.getByRole('link', { name: '公开网页' }).getAttribute('href')) ?? '';
    expect(notice).toMatch(/^\/public\/notices\/[\w-]{16,64}$/);
    expect(await page.getByRole('button', { name: '公布', exact: true }).count()).toBe(0);
  });

  it('catches a public page that shows points or people, or an objection that gets lost', async () => {
    const villager = await browsing.as(null, phone);
    await villager.goto(server.url + notice);
    await villager.getByRole('heading', { level: 1, name: /公示/ }).waitFor();
    expect(await overflow(villager)).toBeLessThanOrEqual(0);
    const told = await villager.locator('main').innerText();
    expect(told).toContain('上河村1');
    expect(told).not.toMatch(/评议员|\d+\.\d+分|偏严/);
    await villager.getByRole('button', { name: '提交意见' }).click();
    await villager.getByText('请至少写5个字').waitFor();
    await villager.getByLabel('您的意见').fill('十月的党员大会我在场，没有缺人。');
    await villager.getByLabel('联系方式').fill('13800001234');
    await villager.getByRole('button', { name: '提交意见' }).click();
    code = await villager.locator('.one-time').innerText();
    await villager.goto(`${server.url}/public/objections`);
    await villager.getByLabel('号码').fill(code);
    await villager.getByRole('button', { name: '查看' }).click();
    await villager.getByText('还没有答复').waitFor();
    await villager.context().close();
  });

  it('catches an objection that stops nothing, or a contact that is looked at without a reason', async () => {
    setDay('2026-11-26');
    await open(page);
    await stands(page, '异议');
    expect(await page.getByRole('button', { name: '公布', exact: true }).count()).toBe(0);
    await page.getByRole('button', { name: '看联系方式', exact: true }).first().waitFor();
    expect(await page.locator('body').innerText()).not.toContain('13800001234');
    await press(page, '看联系方式');
    await dialog(page).getByRole('button', { name: '看联系方式' }).click();
    await dialog(page).getByText('请填写理由。').waitFor();
    await dialog(page).getByLabel('理由').fill('电话核实情况');
    await dialog(page).getByRole('button', { name: '看联系方式' }).click();
    await dialog(page).getByText('13800001234').waitFor();
    await page.keyboard.press('Escape');
    await press(page, '答复');
    await dialog(page).getByText('不成立', { exact: true }).click();
    await dialog(page).getByLabel('答复内容').fill('已核对签到，结果不变。');
    await dialog(page).getByRole('button', { name: '答复', exact: true }).click();
    await stands(page, '公示');
    const villager = await browsing.as(null, phone);
    await villager.goto(`${server.url}/public/objections`);
    await villager.getByLabel('号码').fill(code.toLowerCase());
    await villager.getByRole('button', { name: '查看' }).click();
    await villager.getByText('已核对签到，结果不变。').waitFor();
    await villager.context().close();
  });

  it('catches a published result that can still be changed, or a correction that only the office sees', async () => {
    await open(page);
    await step(page, '公布');
    await stands(page, '公布');
    for (const name of ['重新计算', '报送审定', '退回', '发公示'])
      await soon(() => page.getByRole('button', { name, exact: true }).count(), name).toBe(0);
    await press(page, '更正');
    const form = dialog(page);
    await form.getByLabel('原来写的').fill('示范');
    await form.getByLabel('应当是').fill('中间');
    await form.getByLabel('为什么').fill('分类写错');
    await form.getByRole('checkbox').check();
    await form.getByRole('button', { name: '更正', exact: true }).click();
    await page.getByText('原为“示范”，应为“中间”').waitFor();
    const villager = await browsing.as(null, phone);
    await villager.goto(server.url + notice);
    await villager.getByText('结果已公布').waitFor();
    await villager.getByText('原为“示范”，应为“中间”').waitFor();
    expect(await villager.getByRole('button', { name: '提交意见' }).count()).toBe(0);
    await villager.context().close();
  });

  it('catches points of neighbours before a village, and buttons for who may not press them', async () => {
    const [secretary] = room().secretaries;
    if (secretary === undefined) throw new Error('the room has no secretary');
    const village = await browsing.as(secretary, phone);
    await open(village);
    await village.locator('.result-units').waitFor();
    await soon(() => village.getByText('分数只给本单位和上级看').count()).toBe(5);
    expect(await village.getByRole('heading', { name: '评议人员打分情况' }).count()).toBe(0);
    expect(await village.getByRole('button', { name: '下载数据包' }).count()).toBe(0);
    expect(await overflow(village)).toBeLessThanOrEqual(0);
    await village.goto(`${server.url}/results/waiting`);
    await village.getByRole('heading', { name: '当前身份不能看这一页' }).waitFor();
    await village.context().close();
    const small = await browsing.as(room().townshipOfficer, phone);
    for (const path of [tab(), `${server.url}/results/waiting`, `${server.url}/rounds/bases`]) {
      await small.goto(path);
      await small.getByRole('heading', { level: 1 }).waitFor();
      await small.waitForLoadState('networkidle');
      expect(await overflow(small), path).toBeLessThanOrEqual(0);
    }
    await small.context().close();
  });
}
