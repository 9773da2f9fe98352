import type { ResultOutcome, ResultPacket } from '@hujian/contract';
import { canonicalText, hashOf } from './canonical-text.ts';
import { outcomeOf } from './outcome-of.ts';

/** A result as it leaves in a file: what it was computed from, what came out, and the hash that was published. */
export interface ResultFile {
  readonly sha256: string;
  readonly packet: ResultPacket;
  readonly outcome: ResultOutcome;
}

/** Computes a result again from its packet. Whatever differs is named in Chinese; nothing: it is true to the last digit. */
export function checkResult(file: ResultFile): string[] {
  const told: string[] = [];
  if (hashOf(file.packet) !== file.sha256) told.push('数据包与公布的SHA-256不符：数据包被改动过。');
  const again = outcomeOf(file.packet);
  if (canonicalText(again) === canonicalText(file.outcome)) return told;
  const published = new Map(file.outcome.units.map((unit) => [unit.code, canonicalText(unit)]));
  const names = new Map(file.packet.units.map(({ code, name }) => [code, name]));
  const moved = again.units.filter((unit) => published.get(unit.code) !== canonicalText(unit));
  const gone = [...published.keys()].filter((code) => !names.has(code));
  for (const { code, total } of moved)
    told.push(`“${names.get(code) ?? code}”重新计算的结果与文件中的不同（总分应为${total ?? '无'}）。`);
  for (const code of gone) told.push(`文件中的“${code}”不在数据包里。`);
  if (moved.length + gone.length === 0) told.push('评议人、一致程度或提示的部分与重新计算的不同。');
  return told;
}
