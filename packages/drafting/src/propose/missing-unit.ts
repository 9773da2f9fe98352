import type { DraftMovement } from '@hujian/reader';

export interface Step {
  unit: string;
  step: number;
}

const TIMES = '次 场 期 节 轮 遍 回 课 堂 月 个月 季度 个季度 周 年 起 件 例'.split(' ');
const THINGS = '项 份 个 处 件 条 篇 块 本 册 种 类 支 家 栋 间 套 站 所 部 台 例 张 页 级 档 对'.split(' ');
const MONEY: Readonly<Record<string, number>> = { 元: 1, 百元: 100, 千元: 1000, 万元: 10_000 };

/** The unit in which a measure counts what the movement counts, with its step; null where it cannot. */
export function missingUnit(measure: string, movement: DraftMovement): Step | null {
  const step = movement.step ?? 1;
  const unit = movement.unit ?? '';
  const other = unit.startsWith('other:') ? unit.slice('other:'.length) : '';
  const times = unit === 'occurrence' || TIMES.includes(other);
  const things = unit === 'item' || THINGS.includes(other);
  const persons = unit === 'person' || other === '人次';
  switch (measure) {
    case 'activities':
      return times || things || persons ? { unit: 'occurrence', step } : null;
    case 'hours':
    case 'headcount':
      return persons ? { unit: 'person', step } : null;
    case 'share':
      if (unit === 'percentage-point' || unit === 'household') return { unit, step };
      return persons ? { unit: 'person', step } : things ? { unit: 'item', step } : null;
    case 'poll':
      return unit === 'percentage-point' ? { unit, step } : null;
    case 'document':
      return things ? { unit: 'item', step } : null;
    case 'event':
      return times || things ? { unit: 'occurrence', step } : null;
    case 'figure': {
      const money = MONEY[other];
      if (money !== undefined) return { unit: 'item', step: step * money };
      if (other.startsWith('平方')) return { unit: 'item', step };
      if (things || times) return { unit: 'item', step };
      return ['household', 'person', 'percentage-point', 'day'].includes(unit) ? { unit, step } : null;
    }
    default:
      return null;
  }
}
