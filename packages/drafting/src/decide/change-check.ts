import { readCheckSource } from '../source/read-check-source.ts';
import type { CheckSource, Work, WorkItem } from '../work.ts';
import type { Deciding } from './apply-changes.ts';
import type { Change } from './change.ts';
import { DecisionProblem } from './decision-problem.ts';
import { getItem, getProposal, nextKey } from './find.ts';

/** A check out of the form takes the place of what was proposed; the source's words stay beside it. */
export function changeCheck(
  work: Work,
  change: Extract<Change, { do: 'change-check' }>,
  deciding: Deciding,
): void {
  const item = getItem(work, change.item);
  const proposal = getProposal(work, change.item, change.proposal);
  const before = proposal.check?.id;
  const named = name(change.check, item, typeof before === 'string' ? before : undefined);
  proposal.check = named;
  proposal.sentence = requireSentence(work, item, named, deciding);
  proposal.state = 'changed';
  proposal.why = null;
}

/** A check that no words of the source stand behind. */
export function addCheck(work: Work, change: Extract<Change, { do: 'add-check' }>, deciding: Deciding): void {
  const item = getItem(work, change.item);
  const check = name(change.check, item, undefined);
  item.proposals.push({
    id: nextKey(
      'p',
      item.proposals.map(({ id }) => id),
    ),
    state: 'changed',
    words: '',
    at: null,
    sentence: requireSentence(work, item, check, deciding),
    check,
    why: null,
  });
}

/** The form asks for no id and no title: the id stays, the title is the item's. */
function name(check: CheckSource, item: WorkItem, before: string | undefined): CheckSource {
  const others = item.proposals.flatMap((one) => (one.check ? [String(one.check.id)] : []));
  const given = typeof check.id === 'string' && check.id !== '' ? check.id : undefined;
  const free = nextKey(
    'c',
    others.filter((id) => /^c\d+$/.test(id)),
  );
  const title = typeof check.title === 'string' && check.title.trim() !== '' ? check.title : item.title;
  return { ...check, id: given ?? before ?? free, title: title || item.code };
}

function requireSentence(work: Work, item: WorkItem, check: CheckSource, deciding: Deciding): string {
  const read = readCheckSource(check, { item, parameters: work.parameters, ...deciding });
  if (read.sentence === null) throw new DecisionProblem('这项检查还没有填对，请按提示改正。', read.errors);
  return read.sentence;
}
