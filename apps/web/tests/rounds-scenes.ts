import type { Page } from 'playwright-core';
import { afterEach, beforeAll, expect, it } from 'vitest';
import type { TestDatabase } from '../../../tests/support/database.ts';
import { desk, fillSignIn, overflow, type Program, phone } from '../../../tests/support/open-program.ts';
import { choose, narrowed, options, soon } from './browse.ts';
import { addSecretaries, type Secretary } from './round-people.ts';

/** A round as a township officer goes about it, and what a village's secretary sees of it. */
export function roundScenes(program: Program, database: TestDatabase): void {
  let page: Page;
  let round: string;
  let township: string;
  let secretaries: Secretary[];

  beforeAll(async () => {
    const officer = program.accounts.find((one) => one.role === 'township-officer');
    township = officer?.organization ?? '';
    secretaries = await addSecretaries(database.url, township, 7);
    page = await program.signIn('township-officer');
  }, 60_000);

  afterEach(() => {
    expect(program.complaints.splice(0)).toEqual([]);
  });

  const dialog = () => page.getByRole('dialog');
  const gone = () => dialog().waitFor({ state: 'hidden' });
  const tab = (name: string) =>
    page.getByRole('navigation', { name: '活动轮次' }).getByRole('link', { name, exact: true }).click();
  const step = (words: RegExp) =>
    page.getByRole('navigation', { name: '下一步' }).getByRole('link', { name: words }).waitFor();
  const begin = async () => {
    await page.goto(`${program.url}/rounds/new`);
    await page.getByLabel('名称').waitFor();
  };
  const saveDraft = async () => {
    await page.getByRole('button', { name: '存为草稿' }).click();
    await page.waitForURL(/\/rounds\/\d+$/);
    await page.getByRole('heading', { name: '活动方案' }).waitFor();
  };

  it('catches an empty list that does not say how to begin', async () => {
    await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '活动轮次' }).click();
    await page.getByText('还没有活动轮次').waitFor();
    await page.getByRole('link', { name: '新建活动轮次' }).first().click();
    await page.getByRole('heading', { name: '新建活动轮次' }).waitFor();
  });

  it('catches weights that do not add up, and days that cannot be picked', async () => {
    await begin();
    await page.getByLabel('现场评议', { exact: true }).fill('50');
    await page.getByText('合计90%，应为100%').waitFor();
    await page.getByRole('button', { name: '存为草稿' }).click();
    await page.getByText('三项权重之和应为100%，请改好再保存。').waitFor();
    await page.getByLabel('群众测评', { exact: true }).fill('10');
    await page.getByText('合计100%').waitFor();
    const days = page.locator('.month-day[aria-pressed="true"]');
    await days.first().waitFor();
    const before = await days.count();
    await days.first().click();
    await soon(() => days.count()).toBe(before - 1);
    await page.locator('.month-day[aria-pressed="false"]:enabled').last().click();
    await soon(() => days.count()).toBe(before);
  });

  it('catches a form that is not filled in beforehand, or a draft that says nothing of what is missing', async () => {
    await begin();
    await soon(() => page.getByLabel('名称').inputValue()).toMatch(/三互活动$/);
    await saveDraft();
    round = page.url();
    await step(/观摩人员0人/);
    await step(/还没有编排日程/);
    await page.getByText('一、活动目的').waitFor();
    await page.getByRole('button', { name: '修改方案' }).click();
    await page.getByLabel('一、活动目的').fill('看一看各村的阵地。');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.locator('.plan-text', { hasText: '看一看各村的阵地。' }).waitFor();
  });

  it('catches panelists that cannot be found or kept', async () => {
    await tab('观摩人员');
    await page.getByRole('button', { name: '添加人员' }).click();
    await dialog().getByLabel('选哪些账号').fill('书记');
    await narrowed(page, '书记');
    for (const { name } of secretaries) await choose(page, dialog(), name);
    await page.keyboard.press('Escape');
    await dialog().getByRole('button', { name: '保存' }).click();
    await gone();
    await soon(() => page.getByRole('button', { name: /^移出/ }).count()).toBe(secretaries.length);
    await page.getByRole('button', { name: /^修改甲书记/ }).click();
    await dialog().getByText('组长', { exact: true }).click();
    await dialog().getByRole('button', { name: '保存' }).click();
    await gone();
    await page
      .getByRole('row', { name: /甲书记/ })
      .getByText('组长')
      .waitFor();
  });

  it('catches a choice that is overridden without a reason, or whose reason is lost', async () => {
    await tab('观摩对象');
    const first = page.locator('.unit-table tbody tr').first();
    await first.getByRole('checkbox').check();
    await page.getByRole('button', { name: '改为不看' }).click();
    await dialog().getByRole('button', { name: '保存' }).click();
    await dialog().getByText('请写明理由。').waitFor();
    await dialog().getByLabel('理由').fill('正在并村，下一轮再看');
    await dialog().getByRole('button', { name: '保存' }).click();
    await gone();
    await first.getByText('正在并村，下一轮再看').waitFor();
    await first.getByText('人工调整').waitFor();
  });

  it('catches a timetable that does not come, or that seats somebody at home', async () => {
    await tab('日程');
    await page.getByRole('button', { name: '编排日程' }).click();
    await page.locator('.visit-table').first().waitFor({ timeout: 60_000 });
    await step(/日程已排\d+个点/);
    const homes = await page.locator('.visit-warnings').allInnerTexts();
    expect(homes.join()).not.toContain('回避');
  });

  it('catches a plan that is published half-told, or whose weights can still be changed', async () => {
    await page.getByRole('button', { name: '发布方案' }).click();
    await dialog().getByLabel('文号').fill('青镇党发〔2026〕9号');
    await dialog().getByLabel('没做到的，为什么仍要发布').fill('并村的一个下一轮再看');
    await dialog().getByRole('button', { name: '发布方案' }).click();
    await gone();
    await page.locator('.round-lead', { hasText: '已发布' }).waitFor();
    await tab('方案');
    await page.getByText('已随方案公布，不能再改。').waitFor();
    await page.getByRole('button', { name: '修改设置' }).click();
    await dialog().getByLabel('名称').waitFor();
    expect(await dialog().getByLabel('群众测评', { exact: true }).count()).toBe(0);
    await dialog().getByRole('button', { name: '保存' }).click();
    await dialog().getByText('请写明修改理由。').waitFor();
    await page.keyboard.press('Escape');
  });

  it('catches a visit that moves without a trace', async () => {
    await tab('日程');
    await page.getByRole('button', { name: /^调整/ }).first().click();
    await dialog().getByLabel('顺序').fill('9');
    await dialog().getByRole('button', { name: '保存调整' }).click();
    await dialog().getByText('请写明理由。').waitFor();
    await dialog().getByLabel('理由').fill('上午有会，挪到最后');
    await dialog().getByRole('button', { name: '保存调整' }).click();
    await gone();
    await page.getByText('第9个').waitFor();
    await tab('方案');
    await page.getByRole('row', { name: /上午有会，挪到最后/ }).waitFor();
  });

  it('catches a wall screen that names panelists, hides that the line is down, or scrolls sideways', async () => {
    await tab('评议会');
    const link = page.getByRole('link', { name: '打开大屏' }).first();
    const wall = await page.context().newPage();
    await wall.setViewportSize(desk);
    await wall.goto(`${program.url}${await link.getAttribute('href')}`);
    await wall.locator('.spread-row').first().waitFor();
    expect(await wall.locator('main').innerText()).not.toMatch(/书记/);
    await wall.context().setOffline(true);
    await wall.getByRole('alert').getByText('连接中断').waitFor();
    await wall.context().setOffline(false);
    await wall.getByRole('alert').waitFor({ state: 'hidden' });
    await wall.getByRole('button', { name: '议程' }).click();
    await wall.locator('.agenda li').first().waitFor();
    await wall.setViewportSize(phone);
    expect(await overflow(wall)).toBeLessThanOrEqual(0);
    await wall.close();
  });

  it('catches records that are shown before the meeting is closed, and a meeting closed without a reason', async () => {
    await tab('现场记录');
    await page.getByText('评议会关闭后才能看').waitFor();
    await tab('评议会');
    const close = () => page.getByRole('button', { name: '关闭评议会' }).first();
    await close().waitFor();
    for (let left = await page.getByRole('button', { name: '关闭评议会' }).count(); left > 0; left -= 1) {
      await close().click();
      await dialog().getByRole('button', { name: '关闭评议会' }).click();
      await dialog().getByText('还有评议表没交，请写明为什么不等。').waitFor();
      await dialog().getByLabel('为什么不等交齐').fill('连日大雨，没有去成');
      await dialog().getByRole('button', { name: '关闭评议会' }).click();
      await gone();
      await soon(() => page.getByRole('button', { name: '关闭评议会' }).count()).toBe(left - 1);
    }
  });

  it('catches a round that ends without saying who was not visited', async () => {
    await page.getByRole('button', { name: '结束本轮' }).click();
    await dialog().getByRole('button', { name: '结束本轮' }).click();
    await dialog().getByRole('alert').waitFor();
    await dialog().getByLabel('说明').fill('连日大雨，下一轮优先看');
    await dialog().getByRole('button', { name: '结束本轮' }).click();
    await gone();
    await page.locator('.round-lead', { hasText: '已结束' }).waitFor();
    await soon(() => page.getByRole('button', { name: '取消本轮' }).count()).toBe(0);
  });

  it('catches a draw whose seal and seed cannot be checked', async () => {
    await begin();
    await page.getByRole('radio', { name: /^抽签/ }).check();
    await page.getByLabel('看多少个').fill('3');
    await saveDraft();
    await tab('观摩对象');
    await page.getByRole('button', { name: '封存种子并公开名单' }).click();
    await page
      .getByRole('tooltip')
      .getByRole('button', { name: /确\s*定/ })
      .click();
    await page.getByText('封存时间').waitFor();
    const seal = await page.locator('.round-hash').first().innerText();
    expect(seal).toMatch(/^[0-9a-f]{64}$/);
    await page.getByRole('link', { name: '打开公开页' }).waitFor();
    await page.getByRole('button', { name: '拆封并抽出' }).click();
    await page
      .getByRole('tooltip')
      .getByRole('button', { name: /确\s*定/ })
      .click();
    await page.getByText('按公开的种子重算，结果一致。').waitFor();
    await page.getByText('抽出3个').waitFor();
    await soon(() => page.locator('.unit-yes').count()).toBe(3);
  });

  it('catches a unit that nobody notices is overdue, a class without a reason, a liaison that cannot end', async () => {
    const menu = (name: string) =>
      page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name, exact: true }).click();
    await menu('观摩覆盖');
    await page.locator('.coverage-overdue').first().waitFor();
    await menu('分类管理');
    await page.getByRole('button', { name: /^认定/ }).first().click();
    await dialog().getByText('后进', { exact: true }).click();
    await dialog().getByRole('button', { name: '保存' }).click();
    await dialog().getByText('请写明理由。').waitFor();
    await dialog().getByLabel('理由').fill('班子缺人，活动停了两个季度');
    await dialog().getByRole('button', { name: '保存' }).click();
    await gone();
    await page.getByRole('cell', { name: '班子缺人，活动停了两个季度' }).waitFor();
    await menu('分包联系');
    await page.getByRole('button', { name: '登记联系人' }).click();
    await dialog().getByLabel('联系单位').fill('QH01-01');
    // Before anything is typed the list offers the township itself.
    const found = options(page).filter({ hasNotText: township });
    await choose(page, dialog(), await found.innerText());
    await dialog().getByLabel('联系人').fill('陈立新');
    await dialog().getByLabel('职务或部门').fill('镇党委副书记');
    await dialog().getByRole('button', { name: '保存' }).click();
    await gone();
    await page.getByRole('button', { name: '结束陈立新的联系' }).click();
    await dialog().getByRole('button', { name: '结束', exact: true }).click();
    await gone();
    await soon(() => page.getByRole('button', { name: '结束陈立新的联系' }).count()).toBe(0);
  });

  it('catches a screen of rounds that a phone must scroll sideways', async () => {
    const small = await program.signIn('township-officer', phone);
    const tabs = ['plan', 'units', 'panelists', 'visits', 'sessions', 'entries'];
    const paths = [...tabs.map((name) => `${round}?tab=${name}`)];
    for (const name of ['', '/new', '/coverage', '/classes', '/liaisons'])
      paths.push(`${program.url}/rounds${name}`);
    for (const path of paths) {
      await small.goto(path);
      await small.getByRole('heading', { level: 1 }).waitFor();
      await small.waitForLoadState('networkidle');
      expect(await overflow(small), path).toBeLessThanOrEqual(0);
    }
    await small.context().close();
  });

  it('catches a secretary who may change a round, or may not read a published one', async () => {
    const secretary = await program.open();
    const [one] = secretaries;
    await secretary.goto(program.url);
    await fillSignIn(secretary, one?.userName ?? '', one?.password ?? '');
    await secretary.locator('.shell').waitFor();
    await secretary.goto(`${program.url}/rounds/new`);
    await secretary.getByRole('heading', { name: '当前身份不能看这一页' }).waitFor();
    await secretary.goto(`${program.url}/rounds`);
    await secretary.getByRole('heading', { name: '活动轮次', level: 1 }).waitFor();
    await secretary.locator('.round-table').waitFor();
    expect(await secretary.getByRole('link', { name: '新建活动轮次' }).count()).toBe(0);
    await secretary.goto(round);
    await secretary.getByText('您可以看这一轮的安排，不能改。').waitFor();
    await secretary.getByText('一、活动目的').waitFor();
    for (const name of ['修改方案', '修改设置', '发布方案', '结束本轮'])
      expect(await secretary.getByRole('button', { name }).count(), name).toBe(0);
    await secretary.context().close();
  });
}
