import { readFileSync } from 'node:fs';
import { it } from 'vitest';
import { soon } from './browse.ts';
import type { RoundStage } from './whole-round-stage.ts';
import { dialog, gone, pageOf, press, type Story, tab } from './whole-round-story.ts';

/** The meeting and the round are closed, the result is computed, sent up and accepted. */
export function eveningScenes(stage: RoundStage, story: Story): void {
  it('catches a meeting or a round that does not close when all sheets are in', async () => {
    const page = pageOf(story, 'township');
    await page.goto(`${stage.url}/rounds/${story.round}`);
    await tab(page, '评议会');
    await page.getByText('9张都已交').waitFor();
    await press(page, '关闭评议会');
    await dialog(page).getByRole('button', { name: '关闭评议会' }).click();
    await gone(page);
    await pageOf(story, 'wall').locator('.wall-live', { hasText: '评议会已关闭' }).waitFor();
    await pageOf(story, 'wall').getByRole('button', { name: '好做法与问题' }).click();
    await pageOf(story, 'wall').getByText('积分换服务').waitFor();
    await tab(page, '现场记录');
    await page.getByText('公开栏三个月没有换').first().waitFor();
    await press(page, '结束本轮');
    await dialog(page).getByRole('button', { name: '结束本轮' }).click();
    await gone(page);
    await page.locator('.round-lead', { hasText: '已结束' }).waitFor();
  });

  it('catches a result that is not computed from the sheets, or that skips the county', async () => {
    const page = pageOf(story, 'township');
    const county = pageOf(story, 'county');
    await tab(page, '结果');
    await press(page, '计算结果');
    await dialog(page).getByRole('button', { name: '计算结果' }).click();
    await page.locator('.result-units tbody tr').nth(2).waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), press(page, '下载数据包')]);
    story.packet = readFileSync(await download.path(), 'utf8');
    await takeStep(page, '报送审定');
    await page.locator('.result-now', { hasText: '报送' }).waitFor();
    await county.goto(`${stage.url}/results/waiting`);
    await county.getByRole('link', { name: story.title }).click();
    await takeStep(county, '审定通过');
    await county.locator('.result-now', { hasText: '审定' }).waitFor();
    await soon(() => county.getByRole('button', { name: '审定通过', exact: true }).count()).toBe(0);
  });
}

/** A step that is asked twice: the box is ticked first. */
export async function takeStep(page: ReturnType<typeof pageOf>, name: string): Promise<void> {
  await press(page, name);
  await dialog(page).getByRole('checkbox').check();
  await dialog(page).getByRole('button', { name, exact: true }).click();
  await gone(page);
}
