import type { Vocabulary } from '@hujian/engine';

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

/** Reads them off standards/vocabulary.yaml as it is written. */
export function readWords(file: { words: Record<string, unknown>; vocabulary: Vocabulary }): Words {
  const section = (name: string) => Object.entries(file.words[name] as Record<string, Entry>);
  const stages = section('activities').map(
    ([code, entry]) => [code, Object.keys(entry.stages ?? {})] as const,
  );
  const names = [...section('activities'), ...section('events'), ...section('documents')];
  return {
    stages: new Map(stages),
    names: new Map(names.map(([code, { name }]) => [code, name])),
    events: section('events').map(([code]) => code),
    documents: section('documents').map(([code, { name, yearly = false }]) => ({ code, name, yearly })),
  };
}
