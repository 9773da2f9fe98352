import type { Fund } from '@hujian/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { forgetFetched } from '../../api/forget.ts';
import { changeLines } from '../../api/uses.ts';
import { fundWords as words } from './words.ts';

export type FundLine = Fund['lines'][number];
type Edit = { amount: number | null; reason: string };

export interface LineEdits {
  /** Lines that differ from what is saved. */
  changed: readonly FundLine[];
  amountOf: (line: FundLine) => number | null;
  reasonOf: (line: FundLine) => string;
  change: (line: FundLine, part: Partial<Edit>) => void;
  discard: () => void;
  save: () => void;
  saving: boolean;
  error: unknown;
}

/** Amounts that somebody changes before he saves them together; each needs its reason. */
export function useLineEdits(fund: Fund): LineEdits {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [edits, setEdits] = useState<ReadonlyMap<number, Edit>>(new Map());
  const saved = (line: FundLine): Edit => ({ amount: line.amount, reason: line.reason ?? '' });
  const of = (line: FundLine): Edit => edits.get(line.id) ?? saved(line);
  const changed = fund.lines.filter((line) => {
    const { amount, reason } = of(line);
    return amount !== line.amount || reason.trim() !== (line.reason ?? '');
  });
  const save = useMutation({
    mutationFn: () => {
      complain(changed, of);
      const lines = changed.map((line) => {
        const { amount, reason } = of(line);
        return { line: line.id, amount: amount ?? 0, reason: reason.trim() };
      });
      return changeLines(fund.id, lines);
    },
    onSuccess: async () => {
      message.success(words.linesSaved);
      await forgetFetched(client);
      setEdits(new Map());
    },
  });
  return {
    changed,
    amountOf: (line) => of(line).amount,
    reasonOf: (line) => of(line).reason,
    change: (line, part) => setEdits((before) => new Map(before).set(line.id, { ...of(line), ...part })),
    discard: () => {
      save.reset();
      setEdits(new Map());
    },
    save: () => save.mutate(),
    saving: save.isPending,
    error: save.error,
  };
}

/** Throws in the reader's words when an amount or a reason is missing. */
function complain(changed: readonly FundLine[], of: (line: FundLine) => Edit): void {
  const names = (lines: readonly FundLine[]) => lines.map((line) => line.organization.name).join('、');
  const blank = changed.filter((line) => of(line).amount === null);
  if (blank.length > 0) throw new Error(words.amountNeeded(names(blank)));
  const silent = changed.filter((line) => of(line).reason.trim() === '');
  if (silent.length > 0) throw new Error(words.reasonNeeded(names(silent)));
}
