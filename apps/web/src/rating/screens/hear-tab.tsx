import { tidyText } from '../sheet/tidy-text.ts';
import { useDesk, useDraft } from '../use-desk.ts';
import type { AtVisit } from './at-visit.ts';

/** What was heard: one text for the visit, kept while it is typed and put down when the field is left. */
export function HearTab({ at: { visit, sheet, shut } }: { at: AtVisit }) {
  const desk = useDesk();
  const before = { speaker: sheet.hear?.speaker ?? '', text: sheet.hear?.text ?? '' };
  const draft = useDraft(`${visit.id}/hear`, before);
  const putDown = async () => {
    const body = {
      kind: 'hear' as const,
      speaker: tidyText(draft.value.speaker, 80),
      text: tidyText(draft.value.text, 4000),
    };
    if (body.speaker === before.speaker && body.text === before.text) return;
    await desk.put(visit.id, 'hear', null, body);
  };
  return (
    <section className="stack">
      <p className="faint">听介绍：谁讲的，讲了什么。写完离开输入框就记下了。</p>
      <label>
        谁介绍的
        <input
          value={draft.value.speaker}
          maxLength={80}
          disabled={shut}
          onChange={(event) => draft.change({ speaker: event.target.value })}
          onBlur={() => void putDown()}
        />
      </label>
      <label>
        听到什么
        <textarea
          rows={8}
          value={draft.value.text}
          maxLength={4000}
          disabled={shut}
          onChange={(event) => draft.change({ text: event.target.value })}
          onBlur={() => void putDown()}
        />
      </label>
    </section>
  );
}
