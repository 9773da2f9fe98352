import { bareWords, fold, SENTENCE_END } from './fold.ts';
import type { Line } from './lines.ts';
import type { Part } from './parts.ts';
import { REASONS, type Reason } from './reasons.ts';
import { isPaperTitle } from './titles.ts';

/** Words of a web page or a document library around a text; a line that has one and is no sentence of a standard. */
const WEB =
  /^(?:首页|当前位置|您(?:的|现在)?(?:当前)?(?:所在)?的?位置|上一[篇页]|下一[篇页]|相关(?:推荐|阅读|文章|链接|新闻)|猜你喜欢|热门|推荐阅读|打印本页|关闭窗口|返回(?:顶部|列表|首页)?|扫一扫|分享到?|收藏|点击|阅读全文|展开全文|查看更多|更多|举报|建议反馈|联系我们|网站地图|免责声明|版权|本(?:网站|站|文系|文来自|文来源|文由)|\(?来源|稿源|\(?责任编辑|\(?责编|编辑[:：]|\(?作者[:：]|发布(?:时间|日期|者|人|单位)|发文时间|更新时间|浏览(?:次数|量)?|访问量|字体|字号[:：]|字号?\s?大|立即|登录|注册|在线客服|客服|下载)/;
const WEB_ANYWHERE =
  /https?:\/\/|www\.|©|copyright|all rights reserved|ICP备|公网安备|阅读次数|浏览次数|点击(?:数|量|次数|查看|下载)|(?:发布|更新)时间|时间\s?[:：]\s?\d{4}-|免费下载|侵权|转载|微信公众号[:：]|仅供(?:学习|参考|网友)|VIP|扫码关注|客服热线|小编|文档网|文库网|范文网|勿做商业|个人收集整理|欢迎(?:阅读|下载)|\[\s?(?:文档|全文)?下载\s?\]/i;
const LONGEST_WEB = 120;

/** True where a line belongs to the page around a text. */
export function isWebPage(line: Line): boolean {
  if (line.marker !== null && line.marker.form !== 'num') return false;
  const t = fold(line.text)
    .trim()
    .replace(/^[[【(<]\s?/, '');
  if (t.length > LONGEST_WEB) return false;
  return (line.marker === null && WEB.test(t) && !/[。;]$/.test(t)) || WEB_ANYWHERE.test(t);
}

const PAGE_NUMBER = /^(?:[-—–·•]\s?\d{1,3}\s?[-—–·•]|第\s?\d{1,3}\s?页(?:\s?[,/]?\s?共\s?\d{1,3}\s?页)?)$/;

const CONTENTS = /^[[【(]?\s?目\s*[录次]\s?[\]】)]?$/;
const PAGE = /(?:[.…·\s\t]{2,}|\t)\s*\(?\d{1,3}\)?$/;

/** Where a table of contents runs: indexes of its lines. */
function contentsFrom(lines: Part[], start: number, lastOf: Map<string, number>): number[] {
  const found = [start];
  let glued = false;
  for (let i = start + 1; i < lines.length; i += 1) {
    const line = lines[i];
    if (!line || line.type === 'table') break;
    const t = fold(line.text);
    const words = bareWords(line.body.replace(PAGE, ''));
    const inRow = line.glued && (line.marker !== null || (!glued && isPaperTitle(line.text)));
    const again = words !== '' && (lastOf.get(words) ?? 0) > i && !SENTENCE_END.test(t) && t.length <= 80;
    if (!PAGE.test(t) && !inRow && !again) break;
    if (line.glued && line.marker) glued = true;
    found.push(i);
  }
  return found;
}

function contentsOf(parts: Part[]): Set<number> {
  const lastOf = new Map<string, number>();
  for (const [i, part] of parts.entries()) {
    if (part.type === 'line') lastOf.set(bareWords(part.body.replace(PAGE, '')), i);
  }
  const found = new Set<number>();
  for (const [i, part] of parts.entries()) {
    if (part.type !== 'line' || found.has(i) || !CONTENTS.test(fold(part.text).trim())) continue;
    for (const at of contentsFrom(parts, i, lastOf)) found.add(at);
  }
  return found;
}

/** For each part the reason why it stands outside of any text, or null. */
export function readSurroundings(parts: Part[]): (Reason | null)[] {
  const contents = contentsOf(parts);
  return parts.map((part, i) => {
    if (part.type === 'table') return null;
    if (contents.has(i)) return REASONS.contents;
    if (PAGE_NUMBER.test(fold(part.text).trim())) return REASONS.page;
    return isWebPage(part) ? REASONS.web : null;
  });
}
