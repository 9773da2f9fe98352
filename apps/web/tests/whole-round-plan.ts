import { readFileSync } from 'node:fs';
import { openSource } from '@hujian/reader';
import { expect, it } from 'vitest';
import { choose, soon } from './browse.ts';
import type { RoundStage } from './whole-round-stage.ts';
import { chinaToday, dialog, gone, pageOf, press, type Story, tab } from './whole-round-story.ts';

/** How many items are judged on site. */
export const items = 5;

/** The county's basis, the township's plan, and the plan as a document. */
export function planScenes(stage: RoundStage, story: Story): void {
  it('catches a basis that the county cannot file', async () => {
    story.county = await stage.window(stage.county.countyOfficer);
    const page = story.county;
    const year = chinaToday().slice(0, 4);
    await page.goto(`${stage.url}/rounds/bases`);
    await press(page, '登记依据');
    const form = dialog(page);
    await form.getByLabel('文件名称').fill('关于开展三互活动评比的通知');
    await form.getByLabel('文号').fill(`组发〔${year}〕12号`);
    await form.getByLabel('发文机关').fill('县委组织部');
    for (const [label, day] of [
      ['发文日期', `${year}-01-05`],
      ['有效期到', `${Number(year) + 1}-12-31`],
    ] as const) {
      await form.getByLabel(label).fill(day);
      await page.keyboard.press('Enter');
    }
    await form.getByRole('button', { name: '登记', exact: true }).click();
    await page.locator('.result-table').getByText('有效', { exact: true }).waitFor();
  });

  it('catches a round that cannot be held today, on a few items', async () => {
    story.township = await stage.window(stage.county.townshipOfficer);
    const page = story.township;
    await page.goto(`${stage.url}/rounds/new`);
    story.title = await page.getByLabel('名称').inputValue();
    await press(page, '全不选');
    const boxes = page.locator('.round-chapter-items').getByRole('checkbox');
    for (let at = 0; at < items; at += 1) await boxes.nth(at).check();
    const picked = page.locator('.month-day[aria-pressed="true"]');
    while ((await picked.count()) > 0) await picked.first().click();
    const [, month, day] = chinaToday().split('-').map(Number);
    await page.locator(`.month-day[aria-label*="年${month}月${day}日（"]`).click();
    await press(page, '存为草稿');
    await page.waitForURL(/\/rounds\/\d+$/);
    story.round = /\d+$/.exec(page.url())?.[0] ?? '';
    await page.getByText('一、活动目的').waitFor();
  });

  it('catches panelists who cannot be put on the round with their parts', async () => {
    const page = pageOf(story, 'township');
    const { villages } = stage.county;
    story.villages = villages.slice(0, 3).map(({ name }) => name);
    await tab(page, '观摩人员');
    await press(page, '添加人员');
    await dialog(page).getByLabel('选哪些账号').click();
    // Three secretaries of other villages, and somebody of no village to take the notes.
    for (const name of [...villages.slice(3, 6).map((village) => village.name), '不属于任何单位'])
      await choose(page, dialog(page), name);
    await page.keyboard.press('Escape');
    await dialog(page).getByRole('button', { name: '保存' }).click();
    await gone(page);
    await page.getByRole('button', { name: '修改观摩评议人员某' }).click();
    await dialog(page).getByText('记录', { exact: true }).click();
    await dialog(page).getByRole('button', { name: '保存' }).click();
    await gone(page);
    await soon(() => page.getByRole('button', { name: /^移出/ }).count()).toBe(4);
  });

  it('catches a plan that visits whom it should not, or seats too few', async () => {
    const page = pageOf(story, 'township');
    await tab(page, '观摩对象');
    for (const { name } of stage.county.villages.slice(3))
      await page.getByRole('checkbox', { name: `勾选${name}` }).check();
    await press(page, '改为不看');
    await dialog(page).getByLabel('理由').fill('书记都在观摩组，下一轮再看');
    await dialog(page).getByRole('button', { name: '保存' }).click();
    await gone(page);
    await tab(page, '日程');
    await press(page, '编排日程');
    const rows = page.locator('.visit-table tbody tr');
    await rows.nth(2).waitFor({ timeout: 60_000 });
    await soon(() => rows.count()).toBe(3);
    for (const name of story.villages)
      await soon(() => rows.filter({ hasText: name }).locator('.visit-seats li').count(), name).toBe(3);
    await press(page, '发布方案');
    await dialog(page)
      .getByLabel('文号')
      .fill(`青镇党发〔${chinaToday().slice(0, 4)}〕9号`);
    await dialog(page).getByLabel('没做到的，为什么仍要发布').fill('三个村下一轮再看');
    await dialog(page).getByRole('button', { name: '发布方案' }).click();
    await gone(page);
    await page.locator('.round-lead', { hasText: '已发布' }).waitFor();
  });

  it('catches a plan as Word that does not name its visits', async () => {
    const page = pageOf(story, 'township');
    await tab(page, '文书');
    await page.locator('.documents-list tbody').getByRole('link', { name: /方案/ }).first().click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载Word' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.docx$/);
    const text = JSON.stringify(await openSource(readFileSync(await download.path()), 'plan.docx'));
    for (const name of story.villages) expect(text).toContain(name);
    expect(text).toContain('〕9号');
    expect(text).toContain('评议人员3名');
  });
}
