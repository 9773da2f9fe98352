import type { Page } from 'playwright-core';
import { afterEach, beforeAll, expect, it } from 'vitest';
import type { Program } from '../../../tests/support/open-program.ts';
import { soon } from './browse.ts';

/** What a county officer does now and then: looks at a saved result, takes back an adoption, splits a village. */
export function changeScenes(program: Program): void {
  let page: Page;

  beforeAll(async () => {
    page = await program.signIn('county-officer');
  }, 60_000);

  afterEach(() => {
    expect(program.complaints.splice(0)).toEqual([]);
  });

  const menu = (name: string) =>
    page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name, exact: true }).click();

  it('catches a saved result that cannot be looked at, or passes for the present', async () => {
    await menu('对标比较');
    await page.getByRole('button', { name: '保存本次结果' }).click();
    const saved = page.getByRole('dialog');
    await saved.getByRole('link', { name: '查看', exact: true }).first().click({ timeout: 60_000 });
    await page.getByText('正在看已保存的结果').waitFor();
    expect(page.url()).toContain('evaluation=');
    await soon(() => page.getByLabel('截至哪天').count()).toBe(0);
    await page.locator('.heat-row').first().locator('button').first().click();
    const trace = page.getByRole('dialog').locator('[data-trace]');
    await trace.getByText('怎么算').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.heat-row .heat-name a').first().click();
    await page.getByText('此后的改动不影响它').waitFor();
    await page.getByRole('button', { name: '回到现在的结果' }).click();
    await page.getByLabel('截至哪天').waitFor();
  });

  it('catches an adoption that nobody can take back', async () => {
    await menu('标准库');
    await page.getByRole('button', { name: '采用这一版' }).first().click();
    const form = page.getByRole('dialog');
    await form.getByLabel('依据文件名称').fill('关于采用标准的通知');
    await form.getByRole('button', { name: '采用这一版' }).click();
    const line = page.locator('.editions li', { hasText: '关于采用标准的通知' });
    await line.getByRole('button', { name: '撤回采用' }).click({ timeout: 30_000 });
    await page
      .getByRole('tooltip')
      .getByRole('button', { name: /确\s*定/ })
      .click();
    await line.getByText('已撤销').waitFor({ timeout: 30_000 });
    await soon(() => line.getByRole('button', { name: '撤回采用' }).count()).toBe(0);
  });

  it('catches a village that cannot be split on screen', async () => {
    await page.getByLabel('查找党组织').fill('QH01-02');
    await page.locator('.ant-select-item-option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '变更', exact: true }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('变更方式').click();
    await page.locator('.ant-select-item-option', { hasText: '分设' }).click();
    await form.getByLabel('第1个新组织的名称').fill('新分村党支部');
    await form.getByLabel('编码').fill('QH01-90');
    await form.getByRole('button', { name: '保存' }).click();
    await page.getByText('已登记变更。').waitFor();
    await page.locator('main').getByText('新分村党支部').first().waitFor();
  });
}
