import type { EvaluationView } from '@hujian/contract';
import type { Actor } from '../../access/actor.ts';
import type { EvaluationRow } from './find-evaluation.ts';

export function presentEvaluation(
  row: EvaluationRow,
  names: { scope: string; editionTitle: string; enteredBy: string },
  actor: Actor,
): EvaluationView {
  return {
    id: row.id,
    scope: { id: row.organization, name: names.scope },
    edition: row.edition,
    editionTitle: names.editionTitle,
    revision: row.revision,
    asOf: row.as_of,
    knownAt: row.known_at.toISOString(),
    state: row.state,
    done: row.done,
    total: row.total,
    sha256: row.sha256,
    message: row.message,
    enteredBy: names.enteredBy,
    enteredAt: row.entered_at.toISOString(),
    can: row.state === 'done' && actor.can.has('report') ? ['report'] : [],
  };
}
