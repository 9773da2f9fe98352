import { afterEach, expect, it } from 'vitest';
import { fillSignIn, overflow, type Program, phone } from '../../../tests/support/open-program.ts';
import { soon } from './browse.ts';

export function signInScenes(program: Program): void {
  const menus: [role: string, shown: string[], hidden: string[]][] = [
    ['system-admin', ['首页', '账号'], ['党组织', '批量导入', '授权', '审计', '标准库']],
    ['county-officer', ['党组织', '对标比较', '标准库', '批量导入'], ['账号', '授权', '审计']],
    ['member', ['对标现状', '标准库'], ['日常记录', '本支部情况', '批量导入']],
  ];

  afterEach(() => {
    expect(program.complaints.splice(0)).toEqual([]);
  });

  it('catches a refused sign-in that says nothing, and an empty form that is sent', async () => {
    const page = await program.open();
    await page.goto(`${program.url}/library`);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByText('请填写用户名。').waitFor();
    expect(await page.getByText('登录已失效').count()).toBe(0);
    await fillSignIn(page, 'xianji', 'wrong-Password-1');
    await page.getByRole('alert').getByText('用户名或口令不对').waitFor();
  });

  it('catches a menu that shows a role what the server does not let it do', async () => {
    for (const [role, shown, hidden] of menus) {
      const page = await program.signIn(role);
      const menu = page.getByRole('navigation', { name: '主菜单' });
      await menu.getByRole('link', { name: '首页' }).waitFor();
      await soon(() => menu.getByRole('link').allInnerTexts(), role).toEqual(expect.arrayContaining(shown));
      const names = await menu.getByRole('link').allInnerTexts();
      for (const name of hidden) expect(names, role).not.toContain(name);
      await page.context().close();
    }
  });

  it('catches a page that shows another role or a neighbour something, or leaves them without a word', async () => {
    const page = await program.signIn('branch-secretary');
    await page.goto(`${program.url}/administration/accounts`);
    await page.getByRole('heading', { name: '当前身份不能看这一页' }).waitFor();
    await page.goto(`${program.url}/organizations/1/standing`);
    await page.getByRole('heading', { name: '没有找到' }).waitFor();
    await page.goto(`${program.url}/nowhere`);
    await page.getByText('没有这一页').waitFor();
  });

  it('catches a shell that a keyboard or a phone cannot use', async () => {
    const page = await program.signIn('county-officer');
    await page.keyboard.press('Tab');
    await soon(() => page.evaluate(() => document.activeElement?.textContent)).toBe('跳到正文');
    const small = await program.signIn('township-officer', phone);
    expect(await overflow(small)).toBeLessThanOrEqual(0);
    await small.getByRole('button', { name: '打开菜单' }).click();
    await small.getByRole('dialog').getByRole('link', { name: '标准库' }).click();
    await small.waitForURL('**/library');
  });
}
