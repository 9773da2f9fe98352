import type { RoundState, UnitClass } from '@hujian/contract';
import { Input } from 'antd';
import { classWords, day } from '../../parts/words.ts';
import { words } from './words.ts';

export function StateWord({ state }: { state: RoundState }) {
  return <span className={`round-state round-state-${state}`}>{words.states[state]}</span>;
}

export function ClassWord({ of }: { of: UnitClass | null }) {
  if (of === null) return <span className="faint">{words.noClass}</span>;
  return <span className={`unit-class unit-class-${of}`}>{classWords[of]}</span>;
}

interface FindFieldProps {
  label: string;
  hint: string;
  value: string;
  onChange: (typed: string) => void;
}

/** Narrows a list to what is typed. */
export function FindField({ label, hint, value, onChange }: FindFieldProps) {
  return (
    <Input
      allowClear
      aria-label={label}
      placeholder={hint}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className="round-find"
    />
  );
}

/** 2026年7月1日至9月30日: the year once when it is the same. */
export function periodText(from: string, until: string): string {
  const last = day(until);
  return `${day(from)}至${from.slice(0, 4) === until.slice(0, 4) ? last.replace(/^\d{4}年/, '') : last}`;
}

export function Period({ from, until }: { from: string; until: string }) {
  return <span>{periodText(from, until)}</span>;
}

const weekdays = '日一二三四五六';

/** 9月3日（星期四） */
export function shortDay(value: string): string {
  const at = new Date(`${value}T00:00:00Z`);
  return `${at.getUTCMonth() + 1}月${at.getUTCDate()}日（星期${weekdays.charAt(at.getUTCDay())}）`;
}
