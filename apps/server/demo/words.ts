import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** The codes of the vocabulary that the demo county speaks with. */
export interface Words {
  stages: ReadonlyMap<string, readonly string[]>;
  names: ReadonlyMap<string, string>;
  events: readonly string[];
  documents: readonly { code: string; name: string; yearly: boolean }[];
}

interface Entry {
  name: string;
  yearly?: boolean;
  stages?: Record<string, string>;
}

type Section = Record<string, Entry>;

export function readWords(file: string | URL): Words {
  const read: { activities: Section; events: Section; documents: Section } = parse(
    readFileSync(file, 'utf8'),
  );
  const stages = new Map<string, readonly string[]>();
  const names = new Map<string, string>();
  for (const section of [read.activities, read.events, read.documents]) {
    for (const [code, { name }] of Object.entries(section)) names.set(code, name);
  }
  for (const [code, entry] of Object.entries(read.activities))
    stages.set(code, Object.keys(entry.stages ?? {}));
  return {
    stages,
    names,
    events: Object.keys(read.events),
    documents: Object.entries(read.documents).map(([code, { name, yearly = false }]) => ({
      code,
      name,
      yearly,
    })),
  };
}
