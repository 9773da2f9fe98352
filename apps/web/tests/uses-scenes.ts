import type { Page } from 'playwright-core';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { overflow, phone } from '../../../tests/support/open-program.ts';
import type { TestServer } from '../../../tests/support/server.ts';
import type { RoundRoom } from '../../server/features/rounds/testing/round-room.ts';
import { type Browsing, soon } from './browse.ts';

const sure = (page: Page) => page.getByRole('dialog');

/** What a published result is put to, as a township officer and the county above go about it. */
export function usesScenes(server: TestServer, browsing: Browsing, roomOf: () => RoundRoom): void {
  let page: Page;
  const tab = (name: string, more = '') => `${server.url}/rounds/${roomOf().round}?tab=${name}${more}`;

  beforeAll(async () => {
    page = await browsing.as(roomOf().townshipOfficer);
  }, 60_000);

  afterEach(() => {
    expect(browsing.complaints.splice(0)).toEqual([]);
  });

  it('catches a document that hides what it waits for, or that cannot be opened', async () => {
    await page.goto(tab('documents'));
    const list = page.locator('.documents-list');
    await list.getByRole('link', { name: '评议通报' }).waitFor();
    await soon(() => list.locator('tbody tr').count()).toBe(10);
    await list.getByText('还差：').first().waitFor();
    await list.getByRole('link', { name: '评议通报' }).click();
    await page.getByRole('heading', { name: '评议通报' }).waitFor();
    await page.locator('.sheet-title').waitFor();
    await page.locator('.sheet-made').first().waitFor();
  });

  it('catches words that are lost without being asked, and a sheet that does not follow them', async () => {
    await page.getByLabel('标题', { exact: true }).fill('关于第四季度三互活动情况的通报（定稿）');
    await soon(() => page.locator('.sheet-title').innerText()).toContain('定稿');
    expect(await page.getByRole('button', { name: '下载Word' }).count()).toBe(0);
    await page.getByRole('link', { name: '回到文书列表' }).click();
    await sure(page).getByText('改动还没保存').waitFor();
    await sure(page).getByRole('button', { name: '留下来' }).click();
    await sure(page).waitFor({ state: 'hidden' });
    expect(await page.getByLabel('标题', { exact: true }).inputValue()).toContain('定稿');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByRole('button', { name: '下载Word' }).waitFor();
    await page.reload();
    await page.getByLabel('标题', { exact: true }).waitFor();
    await soon(() => page.getByLabel('标题', { exact: true }).inputValue()).toContain('定稿');
  });

  it('catches words of somebody else that are written over in silence', async () => {
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.getByLabel('落款单位').fill('另一位写的单位');
    await page.getByLabel('抄送').fill('我写的抄送单位');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByRole('button', { name: '下载Word' }).waitFor();
    await other.getByRole('button', { name: '保存', exact: true }).click();
    await other.getByText('刚刚也保存了这份文书').waitFor();
    expect(await other.getByLabel('落款单位').inputValue()).toBe('另一位写的单位');
    await other.getByRole('button', { name: '看对方的' }).click();
    await soon(() => other.getByLabel('抄送').inputValue()).toBe('我写的抄送单位');
    await other.close();
  });

  it('catches a section that does not go back to its drafted words, and a file that does not come', async () => {
    const section = page.getByRole('region', { name: '第1部分' });
    const drafted = await section.getByLabel('第1部分段落').inputValue();
    await section.getByLabel('第1部分段落').fill('另写一段。');
    await section.getByRole('button', { name: '用回起草的文字' }).click();
    await soon(() => section.getByLabel('第1部分段落').inputValue()).toBe(drafted);
    await section.getByText('与起草的文字一致').waitFor();
    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载Word' }).click();
    expect((await file).suggestedFilename()).toMatch(/\.docx$/);
  });

  it('catches a fund whose division is not shown before, or is another afterwards', async () => {
    await page.goto(tab('funds'));
    await page.getByRole('button', { name: '建一笔资金' }).click();
    const form = sure(page);
    await form.getByLabel('资金名称').fill('第四季度以奖代补');
    await form.getByLabel('总额（元）').fill('60000');
    await form.getByLabel('依据文件').fill('村级组织以奖代补办法');
    await form.getByLabel('文号').fill('青政〔2026〕3号');
    await form.getByLabel('发文机关').fill('青石镇人民政府');
    await form.getByText('填好总额和份数').waitFor();
    await form.getByLabel(/^A档/).fill('3');
    const shown = await form.locator('.fund-preview tbody tr').first().locator('td').nth(1).innerText();
    await form.getByRole('button', { name: '建立', exact: true }).click();
    await form.waitFor({ state: 'hidden' });
    await page.locator('.fund-lines tbody tr').first().waitFor();
    await soon(() => page.locator('.fund-lines tbody tr').first().locator('td').nth(1).innerText()).toBe(
      shown,
    );
  });

  it('catches an amount changed without a reason, or a person who approves his own fund', async () => {
    const first = page.locator('.fund-lines tbody tr').first();
    await first.getByRole('spinbutton').fill('100');
    await page.getByText('改了1个单位').waitFor();
    await soon(() => page.getByRole('button', { name: '送审', exact: true }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: '保存调整' }).click();
    await page.getByText('要写理由').waitFor();
    await first.getByLabel(/的调整理由$/).fill('上半年已经补过');
    await page.getByRole('button', { name: '保存调整' }).click();
    await page.getByRole('button', { name: '送审', exact: true }).click();
    await sure(page).getByRole('button', { name: '送审', exact: true }).click();
    await page.getByText('不能由您自己批准').waitFor();
    expect(await page.getByRole('button', { name: '批准', exact: true }).count()).toBe(0);
  });

  it('catches a payment without its voucher, or a withdrawn one that still counts', async () => {
    const county = await browsing.as(roomOf().countyOfficer);
    await county.goto(tab('funds'));
    await county.getByRole('button', { name: '批准', exact: true }).click();
    await sure(county).getByRole('button', { name: '批准', exact: true }).click();
    await county.getByText('已批准', { exact: true }).waitFor();
    await page.reload();
    await page
      .getByRole('button', { name: /的付款$/ })
      .first()
      .click();
    await page.getByRole('button', { name: '记一笔付款' }).click();
    await sure(page)
      .getByRole('button', { name: /确\s*定/ })
      .click();
    await sure(page).getByText('请填写凭证号。').waitFor();
    await sure(page).getByLabel('凭证号').fill('记-0112');
    await sure(page)
      .getByRole('button', { name: /确\s*定/ })
      .click();
    await page.getByText('凭证号 记-0112').waitFor();
    await page.getByRole('button', { name: '撤回', exact: true }).click();
    await sure(page).getByLabel('撤回理由').fill('凭证号记错');
    await sure(page)
      .getByRole('button', { name: /撤\s*回/ })
      .click();
    await page.getByText('已撤回', { exact: true }).waitFor();
    await soon(() => page.locator('.fund-lines tfoot td').nth(3).innerText()).toBe('0元');
  });

  it('catches a class that is decided without a person, without a reason, or by whoever may not', async () => {
    await page.goto(tab('classes'));
    await page.getByRole('button', { name: '按结果拟出建议' }).click();
    const first = page.locator('.proposal-block').first();
    await first.waitFor();
    await first.locator('.indicator').first().waitFor();
    const mine = page
      .locator('.proposal-block', { has: page.getByRole('button', { name: '不采纳' }) })
      .first();
    const name = await mine.getByRole('heading').innerText();
    await mine.getByRole('button', { name: '不采纳' }).click();
    await sure(page).getByRole('button', { name: '不采纳' }).click();
    await sure(page).getByText('请填写理由。').waitFor();
    await sure(page).getByLabel('理由').fill('刚换届，再看一个季度。');
    await sure(page).getByRole('button', { name: '不采纳' }).click();
    await page.getByText(/^已决定 1$/).click();
    await page.locator('.proposal-block', { hasText: name }).getByText('再看一个季度').waitFor();
  });

  it('catches a follow-up without a date, or one that ends without saying what came of it', async () => {
    await page.goto(tab('follow-ups'));
    await page.getByText('还没有后续任务').waitFor();
    await page.getByRole('button', { name: '按类别起草任务' }).click();
    const row = page.locator('.follow-ups tbody tr').first();
    await row.getByRole('button', { name: '改', exact: true }).click();
    await sure(page).getByLabel('任务').fill('补开党员大会，记录交镇党建办核实。');
    await sure(page)
      .getByRole('button', { name: /保\s*存/ })
      .click();
    await page.getByText('补开党员大会，记录交镇党建办核实。').waitFor();
    await row.getByRole('button', { name: '办结' }).click();
    await sure(page).getByRole('button', { name: '办结' }).click();
    await sure(page).getByText('请填写结果。').waitFor();
    await sure(page).getByLabel('结果').fill('已补开，到村核实。');
    await sure(page).getByRole('button', { name: '办结' }).click();
    await page.getByText('办完', { exact: true }).first().click();
    await page.getByText('已补开，到村核实。').waitFor();
  });

  it('catches a secretary who is shown the tasks of other villages, or may change his own', async () => {
    const secretary = roomOf().secretaries[0];
    if (secretary === undefined) throw new Error('the room has secretaries');
    const own = await browsing.as(secretary);
    await own.goto(tab('follow-ups'));
    await own.locator('.follow-ups tbody tr').first().waitFor();
    const names = await own.locator('.follow-ups tbody th').allInnerTexts();
    expect(new Set(names.map((name) => name.split('\n')[0]))).toEqual(new Set([roomOf().villages[0]?.name]));
    expect(await own.getByRole('button', { name: '办结' }).count()).toBe(0);
    expect(await own.getByRole('button', { name: '按类别起草任务' }).count()).toBe(0);
  });

  it('catches a screen that is wider than a telephone, or open to a neighbour', async () => {
    const small = await browsing.as(roomOf().townshipOfficer, phone);
    for (const path of ['documents', 'funds', 'classes', 'follow-ups']) {
      await small.goto(tab(path));
      await small.getByRole('heading', { level: 1 }).waitFor();
      await small.waitForLoadState('networkidle');
      expect(await overflow(small), path).toBeLessThanOrEqual(0);
    }
    await small.goto(tab('documents', '&kind=circular'));
    await small.locator('.sheet-title').waitFor();
    expect(await overflow(small)).toBeLessThanOrEqual(0);
    const neighbour = await browsing.as(roomOf().neighbourOfficer);
    for (const path of ['documents', 'funds', 'classes', 'follow-ups']) {
      await neighbour.goto(tab(path));
      await neighbour
        .getByRole('heading', { name: /当前身份不能看这一页|没有找到/ })
        .first()
        .waitFor();
    }
  });
}
