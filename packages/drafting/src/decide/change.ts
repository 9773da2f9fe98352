import type { CheckSource, ProposalState, Work, WorkItem, WorkParameter } from '../work.ts';

type ItemFields = Pick<
  WorkItem,
  'code' | 'number' | 'title' | 'text' | 'points' | 'strictness' | 'veto' | 'supplies'
>;
type Some<Fields> = { [Name in keyof Fields]?: Fields[Name] | undefined };

/** One decision of an officer about a working edition. */
export type Change =
  | {
      do: 'decide';
      item: string;
      proposal: string;
      state: Exclude<ProposalState, 'changed'>;
    }
  | { do: 'accept-all'; items?: string[] | undefined; restOnSite?: boolean | undefined }
  | { do: 'change-check'; item: string; proposal: string; check: CheckSource }
  | { do: 'add-check'; item: string; check: CheckSource }
  | { do: 'change-item'; item: string; set: Some<ItemFields> }
  | {
      do: 'add-item';
      chapter: number;
      after?: string | null | undefined;
      item: Some<ItemFields> & { title: string };
      left?: number | undefined;
    }
  | { do: 'remove-item'; item: string }
  | { do: 'set-parameter'; name: string; parameter: WorkParameter }
  | { do: 'remove-parameter'; name: string }
  | { do: 'change-edition'; set: Some<Pick<Work, 'title' | 'kind' | 'level' | 'fullMarks'>> };
