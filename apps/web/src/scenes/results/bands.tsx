import type { ResultFull, ResultUnit } from '@hujian/contract';
import { Segmented } from 'antd';
import { useState } from 'react';
import { Section } from '../../parts/page.tsx';
import { brief, classWords, share } from '../../parts/words.ts';
import { AdjustModal } from './adjust-modal.tsx';
import { type BandGroup, bandGroups, drawnScale, isKept, type Order } from './band-groups.ts';
import { Interval } from './interval.tsx';
import { words } from './words.ts';

type Scale = { from: number; to: number } | null;

/** Bands instead of places; within a band nobody stands before another. */
export function Bands({ result }: { result: ResultFull }) {
  const [order, setOrder] = useState<Order>('code');
  const scale = drawnScale(result.units);
  return (
    <Section
      title={words.units}
      extra={
        <Segmented<Order>
          size="small"
          aria-label={words.ranking}
          value={order}
          onChange={setOrder}
          options={[
            { value: 'code', label: words.byCode },
            { value: 'total', label: words.byTotal },
          ]}
        />
      }
      flush
    >
      <p className="faint result-lead">
        {words.unitsLead}
        {scale === null ? '' : words.scale(brief(scale.from), brief(scale.to))}
      </p>
      <table className="listing result-table result-units">
        <thead>
          <tr>
            <th scope="col">{words.unit}</th>
            <th scope="col" className="number">
              {words.standing}
            </th>
            <th scope="col" className="number">
              {words.rating}
            </th>
            <th scope="col" className="number">
              {words.poll}
            </th>
            <th scope="col" className="number">
              {words.adjustment}
            </th>
            <th scope="col">{words.total}</th>
          </tr>
        </thead>
        {bandGroups(result.units, order).map((group) => (
          <Group key={group.band ?? ''} group={group} result={result} scale={scale} />
        ))}
      </table>
    </Section>
  );
}

function Group({ group, result, scale }: { group: BandGroup; result: ResultFull; scale: Scale }) {
  const { band, units } = group;
  return (
    <tbody className="result-band">
      <tr>
        <th scope="rowgroup" colSpan={6}>
          <span className="result-band-mark">{band === null ? words.bandNone : words.band(band)}</span>{' '}
          {words.bandCount(units.length)}
          {band === null ? <span className="faint">　{words.bandNoneLead}</span> : null}
        </th>
      </tr>
      {units.map((unit) => (
        <Unit key={unit.organization.id} unit={unit} result={result} scale={scale} />
      ))}
    </tbody>
  );
}

function Unit({ unit, result, scale }: { unit: ResultUnit; result: ResultFull; scale: Scale }) {
  const { organization, standing, rating, poll, adjustment, total, low, high } = unit;
  const { weights } = result;
  const part = (value: number | null, weight: number) =>
    value === null ? (
      <span className="faint">{weight === 0 ? words.notCounted : words.unknown}</span>
    ) : (
      brief(value)
    );
  const name = (
    <td>
      <strong>{organization.name}</strong>
      <div className="faint">
        {organization.parentName}
        {unit.class === null ? '' : `　${classWords[unit.class]}`}
      </div>
    </td>
  );
  if (isKept(unit) && !isWhole(result)) {
    return (
      <tr>
        {name}
        <td colSpan={5} className="faint">
          {words.kept}
        </td>
      </tr>
    );
  }
  return (
    <tr>
      {name}
      <td className="number" data-label={words.standing}>
        {part(standing, weights.standing)}
        {unit.notKnownShare === null || unit.notKnownShare === 0 ? null : (
          <div className="faint">{words.notKnown(share(unit.notKnownShare))}</div>
        )}
      </td>
      <td
        className="number"
        data-label={words.rating}
        title={rating === null ? undefined : words.raw(brief(rating.raw), rating.sheets)}
      >
        {part(rating?.fair ?? null, weights.rating)}
        {rating === null ? null : (
          <div className="faint">
            {brief(rating.low)}–{brief(rating.high)}
          </div>
        )}
      </td>
      <td className="number" data-label={words.poll}>
        {part(poll, weights.poll)}
      </td>
      <td className="number" data-label={words.adjustment}>
        {adjustment === 0 ? null : <div>{signed(adjustment)}</div>}
        {result.can.includes('result.adjust') ? <AdjustModal result={result} unit={unit} /> : null}
      </td>
      <td className="result-total" data-label={words.totalShort}>
        <span className="result-points">{part(total, 1)}</span>
        {scale === null || total === null || low === null || high === null ? null : (
          <Interval total={total} low={low} high={high} scale={scale} />
        )}
      </td>
    </tr>
  );
}

/** Every result has the step of its computation; to whom no step is shown, only a part is shown. */
export const isWhole = ({ steps }: ResultFull): boolean => steps.length > 0;

export const signed = (points: number): string => (points > 0 ? `+${brief(points)}` : brief(points));
