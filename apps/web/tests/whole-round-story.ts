import type { Page } from 'playwright-core';
import type { PanelPhone } from './whole-round-phone.ts';

/** What one scene leaves for the next. */
export interface Story {
  /** The round's number, once there is one. */
  round: string;
  title: string;
  /** The villages that are visited, by name. */
  villages: string[];
  phones: PanelPhone[];
  township: Page | undefined;
  county: Page | undefined;
  wall: Page | undefined;
  /** The downloaded packet of the result. */
  packet: string;
  notice: string;
  code: string;
}

export const openStory = (): Story => ({
  round: '',
  title: '',
  villages: [],
  phones: [],
  township: undefined,
  county: undefined,
  wall: undefined,
  packet: '',
  notice: '',
  code: '',
});

export function pageOf(story: Story, who: 'township' | 'county' | 'wall'): Page {
  const page = story[who];
  if (page === undefined) throw new Error(`an earlier scene did not open the window of ${who}`);
  return page;
}

/** Today in China. */
export const chinaToday = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

export const dialog = (page: Page) => page.getByRole('dialog');
export const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).first().click();
export const gone = (page: Page) => dialog(page).waitFor({ state: 'hidden' });
export const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '活动轮次' }).getByRole('link', { name, exact: true }).click();
