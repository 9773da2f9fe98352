import type { Check, Item } from '@hujian/engine';
import { find, isDemand, type LintRule } from './linted.ts';

/** What hangs, stands or lies there to be seen. */
const SHOWN =
  /上墙|标识|标牌|牌子|牌匾|展板|展示|专栏|公开栏|公示栏|宣传栏|悬挂|张贴|挂|外观|照片|图片|氛围|党旗|国旗|摆放|门面|党徽|背景/;
/** What must be asked, tried or followed up. */
const USED =
  /作用|效果|使用|运行|开放|落实|群众|问|办|整改|成效|解决|参加|服务|知晓|反映|坚持|经常|团结|发展|规范化|维护|整洁/;
const FIGURES = ['required-plates', 'wall-rules', 'notice-boards'];

/** Items that are done when the picture is right. */
export const photographOnly: LintRule = ({ items }) =>
  items.filter(isOnlySeen).map((item) => {
    const text = `本条只看挂了什么、摆了什么，拍一张照片就能得分。请改成看用得怎样：随机问人、抽一件事往下追，或看记录里办了几件。`;
    return find('photograph-only', 'warning', item.code, null, text);
  });

function isOnlySeen(item: Item): boolean {
  const demands = item.checks.filter(isDemand);
  return demands.length > 0 && demands.every(isSeen);
}

function isSeen(check: Check): boolean {
  if (check.measure === 'figure') return check.anyOf.every(({ figure }) => FIGURES.includes(figure));
  return check.measure === 'on-site' && SHOWN.test(check.look) && !USED.test(check.look);
}
