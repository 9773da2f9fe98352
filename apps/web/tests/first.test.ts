import { afterEach, expect, it } from 'vitest';
import { withDatabase } from '../../../tests/support/database.ts';
import { fillSignIn, openProgram, passChallenge } from '../../../tests/support/open-program.ts';
import { makeCode } from '../../server/demo/totp.ts';
import { findFirstLink } from '../../server/features/account/first-link.ts';
import { soon } from './browse.ts';

const database = withDatabase();
const program = openProgram(database, { demo: false });
const password = 'Qing-He-2026-yun';

afterEach(() => {
  expect(program.complaints.splice(0)).toEqual([]);
});

it('catches a first administrator who gets in without a second factor, or two links that are never shown', async () => {
  const link = await findFirstLink(database.url);
  const page = await program.open();
  await page.goto(`${program.url}${link}`);
  await page.getByRole('heading', { name: '设立第一位系统管理员' }).waitFor();
  await page.getByLabel('用户名').fill('diyi');
  await page.getByLabel('姓名').fill('周明');
  await page.getByLabel('口令', { exact: true }).fill('1234567890');
  await page.getByLabel('再输一遍口令').fill('1234567890');
  await page.getByRole('button', { name: '保存并继续' }).click();
  await page.getByRole('alert').getByText('口令不符合要求').waitFor();

  await page.getByLabel('口令', { exact: true }).fill(password);
  await page.getByLabel('再输一遍口令').fill(`${password}x`);
  await page.getByText('两次输入的口令不一样').waitFor();
  await page.getByLabel('再输一遍口令').fill(password);
  await page.getByRole('button', { name: '保存并继续' }).click();
  await page.getByRole('heading', { name: '请把下面的链接分别交给另外两个人' }).waitFor();
  await soon(() => page.locator('.enter-link code').allTextContents()).toEqual([
    expect.stringContaining('/first?token='),
    expect.stringContaining('/first?token='),
  ]);

  await page.getByRole('link', { name: '去登录' }).click();
  await fillSignIn(page, 'diyi', password);
  await page.getByRole('heading', { name: '绑定手机验证器' }).waitFor();
  await page.goto(`${program.url}/administration/accounts`);
  await page.getByRole('heading', { name: '绑定手机验证器' }).waitFor();
  await page.getByLabel('口令', { exact: true }).fill(password);
  await page.getByRole('button', { name: '下一步' }).click();
  const secret = await page.locator('.enter-secret').textContent();
  await soon(() => page.locator('.enter-two svg').count()).toBeGreaterThan(0);
  await soon(() => page.locator('.enter-codes li').count()).toBeGreaterThan(4);
  const totp = `otpauth://totp/x?secret=${secret}`;
  await page.getByLabel('扫好后').fill(makeCode(totp, new Date()));
  await page.getByRole('button', { name: '完成绑定' }).click();
  await page.getByRole('link', { name: '账号', exact: true }).waitFor();

  await page.getByRole('button', { name: '退出' }).click();
  await fillSignIn(page, 'diyi', password);
  await passChallenge(page, totp);
  await page.getByRole('navigation', { name: '主菜单' }).waitFor();
});

it('catches a one-time link that works twice', async () => {
  const page = await program.open();
  await page.goto(`${program.url}/first?token=${'a'.repeat(43)}`);
  await page.getByText('这个一次性链接已经用过、已过期或不完整').waitFor();
});
