import type { RoundItem } from '@hujian/contract';
import { tidyText } from '../sheet/tidy-text.ts';
import { useDesk, useDraft } from '../use-desk.ts';
import type { AtVisit } from './at-visit.ts';

const steps = [
  { title: '优', score: 95, from: 90 },
  { title: '良', score: 85, from: 80 },
  { title: '中', score: 70, from: 60 },
  { title: '差', score: 50, from: 0 },
] as const;

interface Props {
  at: AtVisit;
  item: RoundItem;
  hasRecords: boolean;
}

/** A score by one large step and small corrections; what was said before the score waits beside it. */
export function ScorePad({ at, item, hasRecords }: Props) {
  const desk = useDesk();
  const scored = at.sheet.scores.get(item.code)?.body;
  // Before there is a score there is nothing to send; the draft keeps what was said meanwhile.
  const draft = useDraft(`${at.visit.id}/beside/${item.code}`, {
    agrees: scored?.agrees ?? null,
    note: scored?.note ?? '',
  });
  const put = (score: number | null, agrees = draft.value.agrees) =>
    desk.put(at.visit.id, `score/${item.code}`, item.code, {
      kind: 'score',
      score: score === null ? null : Math.min(100, Math.max(0, score)),
      agrees,
      note: tidyText(draft.value.note, 1000),
    });
  const agree = (agrees: boolean) => {
    const next = draft.value.agrees === agrees ? null : agrees;
    draft.change({ agrees: next });
    if (scored !== undefined) void put(scored.score, next);
  };
  const score = scored?.score;
  const band = score === null || score === undefined ? undefined : steps.find((step) => score >= step.from);
  return (
    <fieldset className="pad" disabled={at.shut}>
      {hasRecords ? (
        <div className="row">
          <button type="button" aria-pressed={draft.value.agrees === true} onClick={() => agree(true)}>
            与记录一致
          </button>
          <button type="button" aria-pressed={draft.value.agrees === false} onClick={() => agree(false)}>
            与记录不一致
          </button>
        </div>
      ) : null}
      <div className="steps">
        {steps.map((step) => (
          <button
            type="button"
            key={step.title}
            aria-pressed={band === step}
            onClick={() => void put(step.score)}
          >
            <b>{step.title}</b>
            <span>{step.score}</span>
          </button>
        ))}
      </div>
      <FineTune score={score ?? null} onPut={put} />
      <button
        type="button"
        className="cannot"
        aria-pressed={scored !== undefined && scored.score === null}
        onClick={() => void put(null)}
      >
        看了，无法评
      </button>
      <label>
        一句话说明（可不写）
        <textarea
          rows={2}
          maxLength={1000}
          value={draft.value.note}
          onChange={(event) => draft.change({ note: event.target.value })}
          onBlur={() => {
            if (scored !== undefined && tidyText(draft.value.note, 1000) !== scored.note)
              void put(scored.score);
          }}
        />
      </label>
    </fieldset>
  );
}

function FineTune({ score, onPut }: { score: number | null; onPut: (score: number) => unknown }) {
  const nudge = (by: number) => (
    <button type="button" disabled={score === null} onClick={() => onPut((score ?? 0) + by)}>
      {by > 0 ? `+${by}` : `−${-by}`}
    </button>
  );
  return (
    <div className="fine">
      {nudge(-5)}
      {nudge(-1)}
      <input
        key={score}
        aria-label="分数"
        inputMode="numeric"
        defaultValue={score ?? ''}
        placeholder="分"
        onBlur={(event) => {
          const typed = event.target.value.trim();
          const value = Number(typed);
          if (typed === '' || !Number.isFinite(value) || value < 0 || value > 100) {
            event.target.value = score === null ? '' : String(score);
          } else if (value !== score) onPut(Math.round(value));
        }}
      />
      {nudge(1)}
      {nudge(5)}
    </div>
  );
}
