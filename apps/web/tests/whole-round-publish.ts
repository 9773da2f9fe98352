import { addDays } from '@hujian/engine';
import { expect, it } from 'vitest';
import { lastWorkingDay } from '../../../apps/server/features/results/working-days.ts';
import { phone } from '../../../tests/support/open-program.ts';
import { takeStep } from './whole-round-evening.ts';
import type { RoundStage } from './whole-round-stage.ts';
import { chinaToday, dialog, pageOf, press, type Story } from './whole-round-story.ts';

/** Notice, an objection that stops it, its answer, publication, a correction beside. */
export function publishScenes(stage: RoundStage, story: Story): void {
  const inDays = (until: string): number =>
    Math.round((Date.parse(addDays(until, 1)) - Date.parse(chinaToday())) / 86_400_000);
  const openResult = async () => {
    const page = pageOf(story, 'township');
    await page.goto(`${stage.url}/rounds/${story.round}?tab=result`);
    await page.locator('.result-now').waitFor();
    return page;
  };
  const tryToPublish = async (): Promise<number> => {
    const { cookie } = stage.county.townshipOfficer;
    const ask = (path: string, more: RequestInit = {}) =>
      fetch(`${stage.url}/api${path}`, {
        ...more,
        headers: { cookie, 'content-type': 'application/json' },
      });
    const { id, version } = await (await ask(`/rounds/${story.round}/result`)).json();
    const body = JSON.stringify({ version });
    return (await ask(`/results/${id}/publish`, { method: 'POST', body })).status;
  };

  it('catches a notice of another length than three working days', async () => {
    const page = await openResult();
    await press(page, '发公示');
    const form = dialog(page);
    await form.getByLabel('公示几个工作日').fill('3');
    await form.getByLabel('异议怎么找我们').fill('乡党建办，5551234');
    await form.getByRole('checkbox').check();
    await form.getByRole('button', { name: '发公示' }).click();
    await page.locator('.result-now', { hasText: '公示' }).waitFor();
    const [year, month, day] = lastWorkingDay(chinaToday(), 3).split('-').map(Number);
    await page.getByText(`至${year}年${month}月${day}日，3个工作日`).waitFor();
    story.notice = (await page.getByRole('link', { name: '公开网页' }).getAttribute('href')) ?? '';
    expect(story.notice).toMatch(/^\/public\/notices\/[\w-]{16,64}$/);
    expect(await tryToPublish()).toBe(409);
  });

  it('catches an objection of a villager that is lost', async () => {
    const villager = await stage.window(null, phone);
    await villager.goto(stage.url + story.notice);
    await villager.locator('.band-block').first().waitFor();
    const told = await villager.locator('main').innerText();
    for (const name of story.villages) expect(told).toContain(name);
    expect(told).not.toMatch(/书记某|\d+\.\d+分/);
    await villager.getByLabel('您的意见').fill('十月的党员大会我在场，没有缺人。');
    await villager.getByRole('button', { name: '提交意见' }).click();
    story.code = await villager.locator('.one-time').innerText();
    await readAnswer('还没有答复');
    await villager.context().close();
  });

  it('catches a result that is published over an open objection, also after the period', async () => {
    await stage.kill();
    await stage.start(inDays(lastWorkingDay(chinaToday(), 3)));
    const page = await openResult();
    await page.locator('.result-now', { hasText: '异议' }).waitFor();
    await page.getByRole('button', { name: '答复', exact: true }).first().waitFor();
    expect(await page.getByRole('button', { name: '公布', exact: true }).count()).toBe(0);
    expect(await tryToPublish()).toBe(409);
    await press(page, '答复');
    await dialog(page).getByText('不成立', { exact: true }).click();
    await dialog(page).getByLabel('答复内容').fill('已核对签到，结果不变。');
    await dialog(page).getByRole('button', { name: '答复', exact: true }).click();
    await page.locator('.result-now', { hasText: '公示' }).waitFor();
    await readAnswer('已核对签到，结果不变。');
  });

  it('catches a published result that the public page does not tell, or a correction that only the office sees', async () => {
    const page = await openResult();
    await takeStep(page, '公布');
    await page.locator('.result-now', { hasText: '公布' }).waitFor();
    await press(page, '更正');
    const form = dialog(page);
    await form.getByLabel('原来写的').fill('示范');
    await form.getByLabel('应当是').fill('中间');
    await form.getByLabel('为什么').fill('分类写错');
    await form.getByRole('checkbox').check();
    await form.getByRole('button', { name: '更正', exact: true }).click();
    await page.getByText('原为“示范”，应为“中间”').waitFor();
    const villager = await stage.window(null, phone);
    await villager.goto(stage.url + story.notice);
    await villager.getByText('结果已公布').waitFor();
    await villager.getByText('原为“示范”，应为“中间”').waitFor();
    await villager.context().close();
  });

  const readAnswer = async (said: string): Promise<void> => {
    const villager = await stage.window(null, phone);
    await villager.goto(`${stage.url}/public/objections`);
    await villager.getByLabel('号码').fill(story.code);
    await villager.getByRole('button', { name: '查看' }).click();
    await villager.getByText(said).waitFor();
    await villager.context().close();
  };
}
