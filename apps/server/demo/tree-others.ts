import type { Kind } from '@hujian/engine';

/** The county's organizations that are no villages, by kind, and their share of all of these. */
export const others: { kind: Kind; share: number; names: string }[] = [
  {
    kind: 'agency',
    share: 0.3,
    names: '档案局 统计局 水务局 农机站 林草局 信访局 粮储局 气象台 文化馆 公路段 图书馆 防汛办',
  },
  {
    kind: 'community',
    share: 0.25,
    names: '槐荫社区 柳岸社区 禾苑社区 榆下社区 桥头里社区 梧桐巷社区 石榴园社区 东桥社区 杏林社区 荷塘社区',
  },
  {
    kind: 'school',
    share: 0.2,
    names: '第一中学 第二中学 实验小学 职业学校 第三中学 城东小学 城西小学 幼儿园',
  },
  {
    kind: 'private',
    share: 0.15,
    names: '青禾米业公司 商会 岚溪茶业合作社 禾丰种业公司 茶业协会 青禾建材公司',
  },
  { kind: 'soe', share: 0.1, names: '水利投资公司 供销公司 粮油公司 公交公司' },
];
