import type { ComparisonView } from '@hujian/contract';
import { Band } from '../../parts/verdict.tsx';
import { words } from './words.ts';

const bands = ['A', 'B', 'C', 'D', 'unknown'] as const;

interface BandsProps {
  view: ComparisonView;
  chosen: string | null;
  onChoose: (band: string | null) => void;
}

/** How many stand in each band, and by what rule; pressing one narrows the table to it. */
export function Bands({ view, chosen, onChoose }: BandsProps) {
  return (
    <div className="bands">
      <div className="row">
        <span className="faint">{words.bands}</span>
        {bands.map((band) => (
          <button
            key={band}
            type="button"
            className="band-choice"
            aria-pressed={chosen === band}
            disabled={view.bands[band] === 0}
            onClick={() => onChoose(chosen === band ? null : band)}
          >
            <Band band={band} /> {words.bandCount(view.bands[band])}
          </button>
        ))}
      </div>
      <p className="faint bands-rule">
        {words.bandRule}：{view.bandRule}
      </p>
    </div>
  );
}
