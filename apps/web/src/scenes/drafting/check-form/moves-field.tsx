import { InputNumber, Select } from 'antd';
import { ChoiceField } from './choice-field.tsx';
import { Field } from './field.tsx';
import type { MeasureProps } from './measure-props.ts';
import { isSource, numberAt, type Source, textAt, withKey } from './source.ts';
import { words } from './words.ts';

type Way = keyof typeof words.ways;
type Unit = keyof typeof words.units;

/** The units in which what is missing can be counted, by measure. */
const unitsOf: Readonly<Record<string, readonly Unit[]>> = {
  activities: ['occurrence', 'person', 'item'],
  hours: ['person', 'percentage-point'],
  headcount: ['person'],
  share: ['percentage-point', 'person', 'household', 'item', 'occurrence'],
  figure: ['item', 'household', 'person', 'occurrence', 'percentage-point', 'year-of-age', 'day'],
  document: ['item'],
  'on-site': ['percentage-point', 'item'],
  poll: ['percentage-point', 'person'],
  event: ['occurrence', 'item'],
};

const usual = (measure: string): Way =>
  measure === 'event' ? 'veto' : measure === 'on-site' ? 'proportion' : 'all-or-nothing';

/** How the points of the check move, and how many it has. */
export function MovesField({ source, onChange }: MeasureProps) {
  const measure = textAt(source, 'measure') ?? '';
  const written = source.moves;
  const moves: Source = isSource(written) ? written : { way: written ?? usual(measure) };
  const way = typeof moves.way === 'string' && moves.way in words.ways ? (moves.way as Way) : usual(measure);
  const units = unitsOf[measure] ?? [];
  const ways = Object.fromEntries(
    Object.entries(words.ways).filter(([name]) => name !== 'proportion' || measure === 'on-site'),
  ) as Record<Way, string>;
  const points = numberAt(moves, 'points') ?? numberAt(source, 'points');
  const write = (next: Source) => onChange(withKey(source, 'moves', next));
  const choose = (next: Way | null) => {
    const begun: Record<Way, Source> = {
      'all-or-nothing': { way: 'all-or-nothing' },
      proportion: { way: 'proportion' },
      each: { way: 'each', off: null, unit: units[0] },
      bonus: { way: 'bonus', each: null, unit: units[0], cap: null },
      veto: { way: 'veto', effect: 'item' },
    };
    const { points: _points, ...rest } = source;
    const keeps = next !== 'bonus' && next !== 'veto' && points !== undefined;
    onChange({ ...rest, moves: begun[next ?? way], ...(keeps ? { points } : {}) });
  };
  const part = (key: string, label: string, unit: string) => (
    <InputNumber<number>
      aria-label={label}
      value={numberAt(moves, key) ?? null}
      min={0}
      suffix={unit}
      style={{ width: 80 }}
      onChange={(next) => write({ ...moves, [key]: next })}
    />
  );
  const unit = (
    <Select<string>
      aria-label={words.off}
      value={textAt(moves, 'unit') ?? units[0] ?? null}
      options={units.map((one) => ({ value: one, label: words.units[one] }))}
      onChange={(next) => write({ ...moves, unit: next })}
      style={{ width: 92 }}
    />
  );
  return (
    <>
      <ChoiceField<Way> label={words.moves} of={['moves']} names={ways} value={way} onChange={choose} />
      {way === 'each' ? (
        <div className="row check-line">
          {words.off}
          <InputNumber<number>
            aria-label={words.off}
            value={numberAt(moves, 'step') ?? 1}
            min={0}
            style={{ width: 54 }}
            onChange={(step) => write(withKey(moves, 'step', step === 1 ? undefined : step))}
          />
          {unit}
          {words.offPoints}
          {part('off', words.offPoints, words.point)}
        </div>
      ) : null}
      {way === 'bonus' ? (
        <div className="row check-line">
          {words.bonusEach}1{unit}
          {words.bonusPoints}
          {part('each', words.bonusPoints, words.point)}
          {words.bonusCap}
          {part('cap', words.bonusCap, words.point)}
        </div>
      ) : null}
      {way === 'veto' ? (
        <ChoiceField
          label={words.effect}
          names={words.effects}
          value={moves.effect === 'naming' ? 'naming' : 'item'}
          onChange={(effect) => write({ ...moves, effect: effect ?? 'item' })}
        />
      ) : null}
      {way === 'bonus' || way === 'veto' ? null : (
        <Field label={words.points} lead={words.pointsLead} of={['points']}>
          {(id) => (
            <InputNumber<number>
              id={id}
              value={points ?? null}
              min={0}
              suffix={words.point}
              style={{ width: 132 }}
              onChange={(next) => {
                const bare = isSource(written)
                  ? withKey(source, 'moves', withKey(written, 'points', undefined))
                  : source;
                onChange(withKey(bare, 'points', next));
              }}
            />
          )}
        </Field>
      )}
    </>
  );
}
