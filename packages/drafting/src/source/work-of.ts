import type { Vocabulary } from '@hujian/engine';
import type { CheckSource, EditionSource, Proposal, Work, WorkItem } from '../work.ts';
import { readCheckSource } from './read-check-source.ts';

export interface WorkOfOptions {
  vocabulary: Vocabulary;
  /** Sentences show the numbers of this day. */
  day: string;
}

/**
 * The way back from an edition's file: a work in which everything is accepted, so that `assemble` under the edition's
 * own header writes the same edition again. A check that the engine cannot read stays open and says why.
 */
export function workOf(source: EditionSource, options: WorkOfOptions): Work {
  const { title, kind, level, fullMarks, parameters, chapters, ...rest } = structuredClone(source);
  const { edition: _id, ...header } = rest;
  const work: Work = {
    title: String(title ?? ''),
    kind: (kind as Work['kind']) ?? null,
    level: (level as Work['level']) ?? 'basic',
    fullMarks: typeof fullMarks === 'number' ? fullMarks : null,
    parameters: (parameters as Work['parameters']) ?? {},
    chapters: [],
    left: [],
    header,
  };
  let count = 0;
  for (const chapter of listIn(chapters)) {
    work.chapters.push({
      number: String(chapter.number ?? ''),
      title: String(chapter.title ?? ''),
      items: listIn(chapter.items).map((item) => {
        count += 1;
        return itemOf(item, `i${count}`, work.parameters, options);
      }),
    });
  }
  return work;
}

function itemOf(
  { code, number, title, text, points, strictness, supplies, checks, ...rest }: EditionSource,
  key: string,
  parameters: Work['parameters'],
  options: WorkOfOptions,
): WorkItem {
  const item: WorkItem = {
    key,
    code: String(code ?? ''),
    number: String(number ?? ''),
    title: String(title ?? ''),
    text: String(text ?? ''),
    points: typeof points === 'number' ? points : 0,
    strictness: (strictness as WorkItem['strictness']) ?? 'must',
    // A veto stands at the checks themselves.
    veto: false,
    supplies: (supplies as WorkItem['supplies']) ?? null,
    at: null,
    proposals: [],
    ...(Object.keys(rest).length > 0 ? { rest } : {}),
  };
  item.proposals = listIn(checks).map((check, index) =>
    proposalOf(check, `p${index + 1}`, item, parameters, options),
  );
  return item;
}

function proposalOf(
  check: CheckSource,
  id: string,
  item: WorkItem,
  parameters: Work['parameters'],
  options: WorkOfOptions,
): Proposal {
  const { sentence, errors } = readCheckSource(check, { item, parameters, ...options });
  return {
    id,
    state: sentence === null ? 'proposed' : 'accepted',
    words: '',
    at: null,
    sentence: sentence ?? String(check.title ?? ''),
    check,
    why: errors[0]?.message ?? null,
  };
}

const listIn = (value: unknown): EditionSource[] =>
  Array.isArray(value)
    ? value.filter(
        (one): one is EditionSource => typeof one === 'object' && one !== null && !Array.isArray(one),
      )
    : [];
