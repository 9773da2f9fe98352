import type { UnitClass } from '@hujian/contract';

const ways: Record<UnitClass, string> = {
  leading: '示范：看做法是不是真管用、别处学不学得走。问清怎么做、花多少、谁来管，也指出还有哪些短处。',
  middle: '中间：看差在哪里。对照条目一项一项看，找出与示范单位的差距，帮着理出近期能办成的事。',
  lagging: '后进：看难在哪里。先听难处，再看班子、制度和阵地，找准原因，商量谁来帮、怎么帮。',
};

/** What to look at in a place of this class. */
export const sayWay = (unitClass: UnitClass | null): string =>
  unitClass ? ways[unitClass] : '还没有分类：按评议条目逐项听、查、看、谈、评。';
