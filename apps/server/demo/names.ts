import type { Random } from './random.ts';

// Everything here is invented: the county and its places exist on no map, and the people are drawn from tables.

export const cityName = '望禾市';
export const countyName = '青禾县';

// biome-ignore format: a table reads better in lines
export const townshipNames = [
  '苍禾镇', '榆畔镇', '岚溪镇', '麓原镇', '稻浦镇', '芷塘镇', '荻湾镇',
  '穗埠街道', '晴埠街道', '檀谷乡', '鹭垄乡', '泽畔乡', '霁岭乡', '杉坞乡',
] as const;

const before = '上下前后东西南北大小新老双三五七九青';
const trees = '槐柳榆枣梨杏桃竹荷菱麦禾粟豆棉茶桑枫';
const lands = '坞坪畈岭湾塘堰垄岗洼埂渡';

/** A name for the village of this number; different for the first 216. */
export function nameVillage(number: number): string {
  const tree = number % trees.length;
  const land = (Math.floor(number / trees.length) + number) % lands.length;
  const front = (Math.floor(number / (trees.length * lands.length)) + number * 7) % before.length;
  return `${before[front]}${trees[tree]}${lands[land]}村`;
}

const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文';
const givenOfMen =
  '伟强军勇磊涛斌刚健辉鹏飞波宁超明亮龙海林平东峰浩宇志建国文华德胜福贵发祥荣庆春生义诚信达远山川松柏栋梁';
const givenOfWomen =
  '芳娜敏静丽艳娟秀英慧巧美霞玲桂香月莲凤洁梅琳素云珍贞莉兰翠雅芝玉萍红娥燕彩春菊勤雪荣爱妹瑞佳';
const givenOfAny = '文新永玉家世金德嘉子思晓雨一锦安';

export function namePerson(random: Random, sex: 'male' | 'female'): string {
  const given = sex === 'male' ? givenOfMen : givenOfWomen;
  const draw = (table: string) => table[random.whole(0, table.length - 1)] ?? '';
  const middle = random.chance(0.75) ? draw(random.chance(0.5) ? givenOfAny : given) : '';
  return `${draw(surnames)}${middle}${draw(given)}`;
}
