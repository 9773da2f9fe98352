import type { RecordRegister } from '@hujian/contract';
import type { Filled } from './body-of.ts';

const kindFields: Partial<Record<RecordRegister, string>> = {
  activities: 'kind',
  trainings: 'kind',
  figures: 'figure',
  documents: 'document',
  registers: 'of',
};

/** 「去登记」 comes with '<code>/<item>/<check>' of what is due; the form starts with it chosen. */
export function prefill(register: RecordRegister, add: string | undefined): Filled {
  const field = kindFields[register];
  if (add === undefined || add === 'new' || field === undefined) return {};
  return { [field]: add.split('/')[0] };
}
