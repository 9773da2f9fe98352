import type { Page } from 'playwright-core';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { overflow, type Program, phone } from '../../../tests/support/open-program.ts';
import { soon } from './browse.ts';

export function branchScenes(program: Program): void {
  let page: Page;

  beforeAll(async () => {
    page = await program.signIn('branch-secretary');
  }, 60_000);

  afterEach(() => {
    expect(program.complaints.splice(0)).toEqual([]);
  });

  const points = async (item: string): Promise<string> =>
    page.getByRole('button', { name: `查看“${item}”为什么得这些分` }).innerText();

  it('catches a due line that opens an empty form, and a record after which the standing stays as it was', async () => {
    await page.goto(program.url);
    await page.getByRole('heading', { name: '该办的事' }).waitFor();
    await soon(() => page.getByText('本软件一共请大家填了').count()).toBe(1);
    await page.getByRole('link', { name: '去登记' }).first().click();
    const asked = page.getByRole('dialog');
    await soon(() => asked.locator('.ant-select').first().innerText()).toMatch(/^(?!请选择).+/);
    await asked.getByRole('button', { name: '取消' }).click();

    await page.getByRole('link', { name: '对标现状', exact: true }).click();
    await page.getByRole('heading', { name: '对标现状' }).waitFor();
    const gap = page.locator('.standing-gaps', { hasText: '没有登记' }).first();
    const row = page.locator('tr', { has: page.locator('.standing-gaps', { hasText: '没有登记' }) }).filter({
      has: page.locator('.verdict-unmet'),
    });
    const missing = (await row.first().locator('.standing-gaps').innerText()).match(
      /：([^：\n]+)：没有登记/,
    )?.[1];
    const title = (await row.first().locator('.standing-title').innerText()).trim();
    const before = await points(title);
    await soon(() => gap.count()).toBe(1);

    await page.getByRole('link', { name: '日常记录' }).click();
    await page.getByRole('link', { name: '文件资料' }).click();
    await page.getByRole('button', { name: '登记一条' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('哪类文件').fill(missing ?? '');
    await page.keyboard.press('Enter');
    await form.getByLabel('文件名称').fill(`${missing}（补登）`);
    await form.getByLabel('生效日期').fill('2026-01-05');
    await page.keyboard.press('Enter');
    await form.getByRole('button', { name: '保存' }).click();
    const told = page.getByRole('status').filter({ hasText: '已登记。' });
    await told.getByText(`${title}：未达标 → `).waitFor();
    await soon(() => told.innerText()).toMatch(/\+[\d.]+分/);

    await told.getByRole('link', { name: '看对标现状' }).click();
    await page.getByRole('heading', { name: '对标现状' }).waitFor();
    await soon(() => points(title)).not.toBe(before);
  });

  it('catches a form sent with nothing in it, or a refusal that does not name the field', async () => {
    await page.getByRole('link', { name: '日常记录' }).click();
    await page.getByRole('link', { name: '测评结果' }).click();
    await page.getByRole('button', { name: '登记一条' }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('button', { name: '保存' }).click();
    await form.getByText('请填写测评对象。').waitFor();
    await form.getByRole('button', { name: '取消' }).click();
  });

  it('catches a correction or a withdrawal that erases, or that asks for no reason', async () => {
    await page.getByRole('link', { name: '日常记录' }).click();
    await page.getByRole('link', { name: '文件资料' }).click();
    await page.getByRole('link', { name: /补登/ }).first().click();
    await page.getByRole('button', { name: '更正' }).click();
    const form = page.getByRole('dialog');
    const name = form.getByLabel('文件名称');
    await soon(() => name.inputValue()).toContain('补登');
    await name.fill('产权材料（更正）');
    await form.getByRole('button', { name: '保存' }).click();
    await form.getByText('请写明理由').waitFor();
    await form.getByLabel('理由').fill('名称登错');
    await form.getByRole('button', { name: '保存' }).click();
    await page.getByRole('heading', { name: '产权材料（更正）' }).waitFor();

    await page.getByRole('button', { name: '撤回' }).click();
    await page.getByRole('dialog').getByLabel('理由').fill('试登记');
    await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click();
    await page.getByRole('status').filter({ hasText: '已撤回。' }).waitFor();
    await soon(() => page.getByRole('heading', { name: '产权材料（更正）' }).count()).toBe(1);
    await soon(() => page.getByRole('button', { name: '更正' }).count()).toBe(0);
  });

  it('catches a point that cannot be traced to its rule, its boundary, its basis and its rows', async () => {
    await page.getByRole('link', { name: '对标现状', exact: true }).click();
    await page.getByRole('button', { name: '查看“三会一课”为什么得这些分' }).click();
    const trace = page.getByRole('dialog');
    await trace.locator('[data-trace]').waitFor();
    for (const part of ['规则', '怎么算', '看哪段时间', '界限', '采用的数值', '用到的记录']) {
      await soon(() => trace.getByText(part).count(), part).toBeGreaterThan(0);
    }
    await trace.getByText('依据：').first().waitFor();
    await trace.locator('.trace-row a').first().click();
    await page.getByRole('heading', { name: '登记内容' }).waitFor();
    await page.goBack();
    await trace.locator('[data-trace]').waitFor();
    await page.keyboard.press('Escape');
    await trace.waitFor({ state: 'hidden' });
  });

  it('catches full identity numbers in a list, and a look at one without a reason', async () => {
    await page.getByRole('link', { name: '日常记录' }).click();
    await page.getByRole('link', { name: '党员名册' }).click();
    await page.locator('.record-table a').first().click();
    await page.getByRole('heading', { name: '登记内容' }).waitFor();
    await page.getByRole('button', { name: '查看完整身份证号和电话' }).waitFor();
    expect(await page.getByRole('main').innerText()).not.toMatch(/\d{17}[\dX]/);
    await page.getByRole('button', { name: '查看完整身份证号和电话' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '查看敏感信息' }).click();
    await dialog.getByText('请填写理由。').waitFor();
    await dialog.getByLabel('理由').fill('核对党员名册');
    await dialog.getByRole('button', { name: '查看敏感信息' }).click();
    await dialog.getByText(/\d{17}[\dX]/).waitFor();
  });

  it('catches a scene that scrolls sideways on a phone', async () => {
    const small = await program.signIn('branch-secretary', phone);
    await small.getByRole('heading', { name: '该办的事' }).waitFor();
    const own = await small.getByRole('link', { name: '看每一条' }).getAttribute('href');
    const organization = own?.split('/')[2];
    const paths = [
      '/',
      `/organizations/${organization}`,
      `/organizations/${organization}/records/activities`,
      `/organizations/${organization}/records/roster?add=new`,
      `/organizations/${organization}/standing`,
      `/organizations/${organization}/standing?item=RB-18`,
      '/library',
      '/library/rural-basic/2025',
      '/library/compare',
      '/imports',
    ];
    for (const path of paths) {
      await small.goto(`${program.url}${path}`);
      await small.getByRole('heading', { level: 1 }).waitFor();
      await small.waitForLoadState('networkidle');
      expect(await overflow(small), path).toBeLessThanOrEqual(0);
    }
  });
}
