/** What a chapter counts for: （30分）, （最高三十分）, （25%）, （权重0.2）. */
const REMARK =
  /[（(【[][^（()）】\]]{0,10}(?:(?:\d+(?:\.\d+)?|[一二三四五六七八九十百]{1,5})\s?分|\d+(?:\.\d+)?\s?[%％]|百分之[一二三四五六七八九十百]{1,5}|权重[^（()）】\]]{1,6})[^（()）】\]]{0,6}[）)】\]]/g;

/** A chapter's heading without remarks on its points and without the sign that ends it. */
export function plainTitle(title: string): string {
  return title
    .replace(REMARK, '')
    .replace(/[。：:]$/, '')
    .trim();
}
