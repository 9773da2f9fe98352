import type { Clash } from '../sheet/find-clashes.ts';
import { useDesk } from '../use-desk.ts';
import type { AtVisit } from './at-visit.ts';

const words = (score: number | null): string => (score === null ? '无法评' : `${score} 分`);

/** The panelist's two phones say different things: which counts, and a tap to settle it. */
export function ClashNote({ at, clash }: { at: AtVisit; clash: Clash }) {
  const desk = useDesk();
  const settle = (score: number | null) => {
    const before = at.sheet.scores.get(clash.item)?.body;
    return desk.put(at.visit.id, clash.field, clash.item, {
      kind: 'score',
      score,
      agrees: before?.agrees ?? null,
      note: before?.note ?? '',
    });
  };
  return (
    <div className="note" role="status">
      <p>
        另一部手机上给了 {words(clash.there)}，这里是 {words(clash.here)}，以
        {clash.counts === 'here' ? '这里' : '另一部手机'}的 <b>{words(clash[clash.counts])}</b> 为准。
      </p>
      {at.shut ? null : (
        <div className="row">
          <button type="button" onClick={() => void settle(clash.here)}>
            定为 {words(clash.here)}
          </button>
          <button type="button" onClick={() => void settle(clash.there)}>
            定为 {words(clash.there)}
          </button>
        </div>
      )}
    </div>
  );
}
