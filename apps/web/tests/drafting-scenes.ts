import type { Page } from 'playwright-core';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { overflow, type Program, phone } from '../../../tests/support/open-program.ts';
import { options, soon } from './browse.ts';
import { longSheet, sheet } from './drafting-sample.ts';

/** From a written standard to a published edition, as a county officer goes about it. */
export function draftingScenes(program: Program): void {
  let page: Page;
  let draft: string;

  beforeAll(async () => {
    page = await program.signIn('county-officer');
  }, 60_000);

  afterEach(() => {
    expect(program.complaints.splice(0)).toEqual([]);
  });

  const drop = async (name: string, content: string | Buffer) => {
    await page.goto(`${program.url}/library/drafts`);
    await page.getByLabel('读入一份标准').setInputFiles({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(content),
    });
  };
  const tab = (name: string) =>
    page.getByRole('navigation', { name: '标准草案' }).getByRole('link', { name }).click();
  const proposal = (words: string) => page.locator('.proposal', { hasText: words }).first();
  const deed = (words: string, name: string) => proposal(words).getByRole('button', { name, exact: true });
  const left = async () => (await page.locator('.draft-tab-count').allInnerTexts())[0] ?? '0';

  it('catches a refused file that says nothing, and a standard that is read without being shown', async () => {
    await drop('空的.txt', '');
    await page
      .getByRole('alert')
      .getByText(/[\u4e00-\u9fff]/)
      .waitFor();
    await drop('信.txt', '您好，请查收。');
    await page.getByRole('alert').getByText('没有找到条目').waitFor();

    await page.getByRole('link', { name: '标准库' }).first().click();
    await page.getByRole('heading', { name: '标准库', level: 1 }).waitFor();
    await page
      .getByLabel('读入一份标准')
      .setInputFiles({ name: '评分办法.txt', mimeType: 'text/plain', buffer: Buffer.from(sheet) });
    await page.waitForURL('**/library/drafts/*', { timeout: 60_000 });
    draft = page.url();
    await page.getByRole('heading', { name: /党员大会/ }).waitFor();
    await page.locator('.source-scroll mark').first().waitFor();
    await soon(() => page.locator('.draft-item').count()).toBe(6);
  });

  it('catches the same bytes read twice in silence', async () => {
    await drop('改了名.txt', sheet);
    await page.getByText('这份文件以前读过').waitFor();
    await page.getByRole('status').getByRole('link').first().click();
    await page.waitForURL(draft);
  });

  it('catches words that are not marked where they stand, and a decision that cannot be taken back', async () => {
    await proposal('每季度至少召开1次').locator('.proposal-words').click();
    await soon(() => page.locator('.source-here').first().innerText()).toContain('每季度至少召开1次');
    const before = Number(await left());
    await deed('每季度至少召开1次', '采纳').click();
    await soon(left).toBe(String(before - 1));
    await soon(() => deed('每季度至少召开1次', '采纳').getAttribute('aria-pressed')).toBe('true');
    await deed('每季度至少召开1次', '采纳').click();
    await soon(left).toBe(String(before));
    await page.locator('.source-scroll mark', { hasText: '每月开展1次' }).first().click();
    await page.locator('.proposal-chosen', { hasText: '每月' }).waitFor();
  });

  it('catches keys that do not decide, or that decide while somebody types', async () => {
    await page.goto(draft);
    await page.locator('.proposal').first().waitFor();
    await page.keyboard.press('j');
    await page.locator('.proposal').first().and(page.locator('.proposal-chosen')).waitFor();
    await page.keyboard.press('a');
    await page.locator('.proposal').first().and(page.locator('.proposal-accepted')).waitFor();
    await page.locator('.proposal').nth(1).and(page.locator('.proposal-chosen')).waitFor();
    await page.keyboard.press('k');
    await page.keyboard.press('u');
    await page.locator('.proposal').first().and(page.locator('.proposal-proposed')).waitFor();
    await page.getByLabel('查找党组织').pressSequentially('ax');
    // The search has answered: by now a key that decides would have decided.
    await options(page).or(page.getByText('没有找到。请换个写法')).first().waitFor();
    expect(await page.locator('.proposal-accepted').count()).toBe(0);
    await page.getByLabel('查找党组织').clear();
  });

  it('catches a form that writes code, says nothing about its meaning, or keeps its errors to itself', async () => {
    await page.goto(draft);
    await page.getByRole('button', { name: '加一项检查' }).first().click();
    const form = page.getByRole('dialog');
    await form.getByRole('button', { name: '保存这项检查' }).click();
    await form.getByText('请选择测什么。').waitFor();
    await form.getByLabel('测什么').click();
    await page.locator('.ant-select-item-option', { hasText: '活动的次数' }).click();
    await form.getByText('请选择哪种活动。').waitFor();
    await form.getByLabel('哪种活动').fill('zbdydh');
    await page.locator('.ant-select-item-option', { hasText: '支部党员大会' }).waitFor();
    await page.keyboard.press('Enter');
    await form.getByLabel('不少于（含）', { exact: true }).fill('2');
    await form.locator('.check-sentence', { hasText: '支部党员大会' }).waitFor();
    await soon(() => form.locator('.tried > li').count()).toBe(3);
    expect(await form.innerText()).not.toMatch(/atLeast|measure|general-meeting/);
    const many = Number(await left());
    await form.getByRole('button', { name: '保存这项检查' }).click();
    await form.waitFor({ state: 'hidden' });
    await page.goto(`${draft}?show=all`);
    await proposal('每年“支部党员大会”不少于（含）2次').waitFor();
    await soon(async () => Number(await left())).toBe(many);
    await deed('每年“支部党员大会”不少于（含）2次', '不要').click();
    await page.locator('.proposal-dropped').waitFor();
  });

  it('catches a change that overwrites what somebody else has just decided', async () => {
    const other = await page.context().newPage();
    await other.goto(draft);
    await other.locator('.proposal').first().waitFor();
    await deed('每月', '采纳').click();
    await page.locator('.proposal-accepted').waitFor();
    await soon(() => page.locator('.draft-saving').innerText()).toBe('');
    await other.locator('.proposal').first().getByRole('button', { name: '现场评' }).click();
    await other.getByText('刚刚被别人改过').waitFor();
    await other.locator('.proposal-accepted').waitFor();
    await soon(() => other.locator('.proposal-on-site').count()).toBe(0);
    await other.close();
  });

  it('catches facts of an item, a paragraph that was left over, or a number that cannot be changed', async () => {
    await page.goto(`${draft}?show=all`);
    const item = page.locator('.draft-item', { hasText: '村容村貌' });
    await item.getByRole('button', { name: '改条目' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('名称').fill('村容整洁');
    await form.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByRole('heading', { name: /村容整洁/ }).waitFor();

    await page.getByText('落下的').click();
    await page.locator('.left-over li').first().getByText('为什么没收：').waitFor();
    expect(await page.locator('.left-over').innerText()).not.toMatch(/[a-z]{4}/);

    await page.getByRole('button', { name: /^数值/ }).click();
    const list = page.locator('.parameter-list li', { hasText: '平方米' });
    await list.getByRole('button', { name: '修改' }).click();
    await page.locator('.parameter-form').getByLabel('依据').fill('关于提高活动场所面积要求的通知');
    await page.locator('.parameter-form').getByRole('button', { name: '保存' }).click();
    await list.getByText('关于提高活动场所面积要求的通知').waitFor();
    await page.keyboard.press('Escape');
  });

  it('catches a draft that cannot be compared, held against the rules in force, or rehearsed', async () => {
    await tab('与上一版对比');
    await page.locator('.beside-table').first().waitFor();
    await tab('对照现行规定');
    await page.locator('.finding, .state-empty').first().waitFor();
    await tab('试算');
    await page.getByRole('button', { name: '开始试算' }).click();
    await page.locator('.rehearsed-periods tbody tr').first().waitFor({ timeout: 60_000 });
    await soon(() => page.locator('.rehearsed-periods tbody tr').count()).toBe(4);
    await soon(() => page.locator('.rehearsed-items tbody tr').count()).toBe(6);
    await page.getByText('分不出高下的').waitFor();
    await page.locator('.rehearsed-items a', { hasText: '党员大会' }).click();
    await page.locator('.draft-item', { hasText: '党员大会' }).waitFor();
  });

  it('catches an edition that is published undecided, without a basis, or without being asked twice', async () => {
    await tab('发布');
    await page.getByText('还不能发布').waitFor();
    await soon(() => page.getByRole('button', { name: '发布', exact: true }).isDisabled()).toBe(true);
    await page.getByRole('link', { name: '去定' }).click();
    await page.getByRole('button', { name: /^采纳全部/ }).click();
    const ask = page.getByRole('tooltip');
    const rest = ask.getByRole('checkbox');
    await ask.getByRole('button', { name: /确\s*定/ }).waitFor();
    if ((await rest.count()) > 0) await rest.check();
    await ask.getByRole('button', { name: /确\s*定/ }).click();
    await soon(() => page.locator('.draft-tab-count').count()).toBe(0);
    await tab('发布');
    await page.getByText('没有碍着发布的').waitFor();
    await page.getByRole('button', { name: '发布', exact: true }).click();
    await page.getByText('请填写发文机关。').waitFor();
    await page.getByLabel('标准代码').fill('qinghe-sheet');
    await page.getByLabel('文件名称').fill('青禾县农村党支部建设评分办法');
    await page.getByLabel('发文机关').fill('中共青禾县委组织部');
    await page.getByLabel('发文日期').fill('2026-01-05');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '发布', exact: true }).click();
    const sure = page.getByRole('dialog');
    await sure.getByText('发布后不能再改').waitFor();
    await sure.getByRole('button', { name: '发布', exact: true }).click();
    await page.getByRole('link', { name: '去标准库采用' }).waitFor({ timeout: 30_000 });
  });

  it('catches an edition that hides whose it is, or cannot leave as a file', async () => {
    await page.getByRole('link', { name: '去标准库采用' }).click();
    const line = page.locator('.editions li', { hasText: '青禾县农村党支部建设评分办法' }).first();
    await line.getByText(/发布$/).waitFor();
    await line.getByRole('button', { name: '采用这一版' }).waitFor();
    await line.getByRole('link').first().click();
    await page.getByRole('heading', { name: '采用的数值' }).waitFor();
    const names: string[] = [];
    for (const format of ['Excel', 'Word', 'YAML']) {
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: format }).click();
      names.push((await download).suggestedFilename());
    }
    expect(names.map((name) => name.replace(/^.*\./, ''))).toEqual(['xlsx', 'docx', 'yaml']);
  });

  it('catches two hundred items that do not scroll, or that a phone shows side by side', async () => {
    await drop('长.txt', longSheet(200));
    await page.waitForURL('**/library/drafts/*', { timeout: 60_000 });
    await page.locator('.draft-item').first().waitFor();
    await soon(() => page.locator('.draft-item').count()).toBe(200);
    const frames = await page.locator('.draft-items-scroll').evaluate(async (box) => {
      const taken: number[] = [];
      for (let i = 0; i < 40; i += 1) {
        box.scrollTop += 700;
        const from = performance.now();
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        taken.push(performance.now() - from);
      }
      return taken.sort((a, b) => a - b);
    });
    // Half of the steps, two frames each: a list that is drawn as a whole takes a second and more for every one.
    expect(frames[20]).toBeLessThan(400);
    const small = await program.signIn('county-officer', phone);
    for (const path of [page.url(), draft, `${draft}?tab=rehearse`, `${draft}?tab=compare`]) {
      await small.goto(path);
      await small.getByRole('heading', { level: 1 }).waitFor();
      await small.waitForLoadState('networkidle');
      expect(await overflow(small), path).toBeLessThanOrEqual(0);
    }
    await small.context().close();
  });

  it('catches a word that a locality cannot read in its own way, or cannot take back', async () => {
    await page.goto(`${program.url}/library/terms`);
    await page.getByLabel('查找词语').fill('三单制');
    const row = page.locator('.terms-table tbody tr').first();
    await row.getByRole('button', { name: '写本地解释' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('本地怎么解释').fill('问题清单、责任清单、销号清单。');
    await form.getByRole('button', { name: '保存' }).click();
    await row.getByText('销号清单').waitFor();
    await row.getByText('通用解释').waitFor();
    await row.getByRole('button', { name: '撤回' }).click();
    await page
      .getByRole('tooltip')
      .getByRole('button', { name: /确\s*定/ })
      .click();
    await soon(() => row.innerText()).not.toContain('销号清单');
  });

  it('catches a township that is shown what only the county decides', async () => {
    const clerk = await program.signIn('township-officer');
    await clerk.goto(`${program.url}/library`);
    await clerk.getByRole('heading', { name: '标准库', level: 1 }).waitFor();
    await clerk.locator('.editions li').first().waitFor();
    expect(await clerk.getByText('读入一份标准').count()).toBe(0);
    await clerk.goto(`${program.url}/library/drafts`);
    await clerk.getByRole('heading', { name: '当前身份不能看这一页' }).waitFor();
    await clerk.goto(draft);
    await clerk.getByRole('heading', { name: /当前身份不能看这一页|没有找到/ }).waitFor();
    await clerk.context().close();
  });
}
