import { readFileSync } from 'node:fs';
import { openWorkbook, readRows } from '@hujian/documents';
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { type Program, workbook } from '../../../tests/support/open-program.ts';
import { soon } from './browse.ts';

export function countyScenes(program: Program): void {
  let page: Page;

  beforeAll(async () => {
    page = await program.signIn('county-officer');
  }, 60_000);

  afterEach(() => {
    expect(program.complaints.splice(0)).toEqual([]);
  });

  const menu = (name: string) =>
    page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name, exact: true }).click();

  it('catches a tree that cannot be opened, and a search that does not know initials', async () => {
    await menu('党组织');
    const tree = page.getByRole('tree');
    await tree.getByText('党委').first().waitFor();
    const before = await page.locator('.ant-tree-treenode').count();
    await page.locator('.ant-tree-switcher_close').last().click();
    await soon(() => page.locator('.ant-tree-treenode').count()).toBeGreaterThan(before);
    const code = 'QH01-01';
    await page.getByLabel('查找党组织').fill(code);
    await page.locator('.ant-select-item-option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '基本信息' }).waitFor();
    await soon(() => page.getByText(code, { exact: true }).count()).toBe(1);
    await page.getByRole('heading', { name: '班子与任职' }).waitFor();
  });

  it('catches a heat table whose cells lead nowhere, or that a keyboard cannot walk', async () => {
    await menu('对标比较');
    await page.locator('.heat-row').first().waitFor();
    await soon(() => page.locator('.heat-row').count()).toBe(12);
    await soon(() => page.locator('.heat-items th').count()).toBe(42);
    await page.getByText('分档办法').waitFor();
    await page.locator('.heat-row').first().locator('button').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    const second = page.locator('.heat-row').nth(1);
    await soon(() =>
      second
        .locator('button')
        .nth(1)
        .evaluate((button) => button === document.activeElement),
    ).toBe(true);
    const name = await second.locator('.heat-name').innerText();
    await soon(() => page.locator('.heat-status').innerText()).toContain(name);
    await page.keyboard.press('Enter');
    const trace = page.getByRole('dialog');
    await trace.locator('[data-trace]').waitFor();
    await soon(() => trace.innerText()).toContain(name);
    await page.keyboard.press('Escape');
    await page.getByText('各乡镇分档情况').first().waitFor();
    await page.locator('.chart canvas').first().waitFor();

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Excel' }).click();
    expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);
    await page.getByText('按乡镇汇总').click();
    await soon(() => page.locator('.heat-row').count()).toBe(2);
  });

  it('catches a result that is saved without its hash', async () => {
    await menu('对标比较');
    await page.getByRole('button', { name: '保存本次结果' }).click();
    await page.getByRole('dialog').getByText('校验值').waitFor({ timeout: 60_000 });
    await page.keyboard.press('Escape');
  });

  it('catches editions that cannot be told apart, or a difference without its basis', async () => {
    await menu('标准库');
    await page.getByRole('link', { name: '农村基层党组织建设基本标准（来源文件版）' }).click();
    await page.getByRole('heading', { name: '采用的数值' }).waitFor();
    await soon(() => page.locator('.edition-item').count()).toBe(42);
    await menu('标准库');
    await page.getByRole('link', { name: '两版对照' }).click();
    const term = page.locator('.beside-table tr', { hasText: '村党组织任期' }).first();
    await term.getByText('3年').waitFor();
    await term.getByText('5年').waitFor();
    await term
      .getByText(/《.+》/)
      .first()
      .waitFor();
  });

  it('catches a county that loosens the law, and a tightened number shown alone', async () => {
    await menu('标准库');
    await page.getByRole('link', { name: '本地从严' }).click();
    await page.getByRole('button', { name: '从严一个数值' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('名称', { exact: true }).fill('活动场所面积（农村基层党组织建设基本');
    await page.keyboard.press('Enter');
    await form.getByText('只能调高').waitFor();
    await form.getByLabel('本地数值').fill('10');
    await form.getByLabel('依据文件名称').fill('关于提高活动场所面积要求的通知');
    await form.getByRole('button', { name: '保存' }).click();
    await form.getByRole('alert').waitFor();
    await form.getByLabel('本地数值').fill('120');
    await form.getByRole('button', { name: '保存' }).click();
    const row = page.locator('.library-table tr', { hasText: '活动场所面积' });
    await row.getByText('120平方米').waitFor();
    await soon(() => row.innerText()).toContain('90平方米');
  });

  async function upload(name: string, bytes: Uint8Array): Promise<void> {
    await menu('批量导入');
    await page
      .getByLabel('第二步：上传填好的文件')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
    await page.getByRole('heading', { name: `导入：${name}` }).waitFor();
  }

  it('catches a wrong workbook that is taken in, comes back unmarked, or a right one that counts twice', async () => {
    const row = { organization: 'QH01-01', figure: '图书册数', counted_on: '2026-06-30', value: 4321 };
    await upload(
      '错的.xlsx',
      await workbook('figures', { 概况数据: [row, { ...row, figure: '没有这一项' }] }),
    );
    await page.getByText('有错误，没有导入').waitFor({ timeout: 60_000 });
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载标好错误的文件' }).click();
    const marked = await openWorkbook(new Uint8Array(readFileSync(await (await download).path())));
    expect(await textOf(marked)).toContain('没有这一项');

    const right = await workbook('figures', { 概况数据: [row] });
    await upload('对的.xlsx', right);
    await page.getByRole('button', { name: '确认导入' }).click({ timeout: 60_000 });
    await page.getByText('已导入', { exact: true }).waitFor({ timeout: 60_000 });
    await upload('再来一次.xlsx', right);
    await page.getByText('内容与现有记录完全一样').waitFor({ timeout: 60_000 });
  });

  async function textOf(book: Awaited<ReturnType<typeof openWorkbook>>): Promise<string> {
    let text = '';
    for (const sheet of book.sheets) {
      for await (const rows of readRows(book, sheet)) text += JSON.stringify(rows);
    }
    return text;
  }

  it('catches an audit trail that nobody can read or prove', async () => {
    const auditor = await program.signIn('audit-admin');
    await auditor.getByRole('link', { name: '审计', exact: true }).click();
    await auditor.locator('.administration-table tbody tr').first().waitFor();
    await auditor.getByRole('button', { name: '核验记录链' }).click();
    await auditor.getByText(/已核验\d+条，记录链完整/).waitFor();
  });

  it('catches an account that is made without a way in', async () => {
    const admin = await program.signIn('system-admin');
    await admin.getByRole('link', { name: '账号', exact: true }).click();
    await admin.getByRole('button', { name: '新建账号' }).click();
    const form = admin.getByRole('dialog');
    await form.getByLabel('姓名').fill('赵新');
    await form.getByLabel('用户名').fill('zhaoxin');
    await form.getByRole('button', { name: '保存' }).click();
    await admin.locator('.one-time').waitFor();
    await soon(() => admin.locator('.one-time').innerText()).toContain('/first?token=');
  });
}
