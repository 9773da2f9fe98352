import { type BandCount, divide, money } from './divide.ts';
import { fundWords as words } from './words.ts';

interface FundPreviewProps {
  total: number | null | undefined;
  round: number | null | undefined;
  shares: Record<string, number | null> | undefined;
  bands: readonly BandCount[];
}

/** What each organization would receive, while the form is filled in. */
export function FundPreview({ total, round, shares = {}, bands }: FundPreviewProps) {
  const given = new Map(Object.entries(shares).map(([band, share]) => [band, share ?? 0]));
  const ready = total && round && [...given.values()].some((share) => share > 0);
  if (!ready) {
    return (
      <section className="fund-preview" aria-label={words.previewTitle}>
        <p className="faint">{words.previewNone}</p>
      </section>
    );
  }
  const divided = divide(total, round, bands, given);
  return (
    <section className="fund-preview" aria-label={words.previewTitle}>
      <table className="listing uses-table">
        <caption className="hidden-words">{words.previewTitle}</caption>
        <thead>
          <tr>
            <th scope="col">{words.previewBand}</th>
            <th scope="col" className="number">
              {words.previewUnits}
            </th>
            <th scope="col" className="number">
              {words.previewEach}
            </th>
            <th scope="col" className="number">
              {words.previewSum}
            </th>
          </tr>
        </thead>
        <tbody>
          {divided.bands.map(({ band, units, each, sum }) => (
            <tr key={band}>
              <th scope="row">{words.bandOf(band)}</th>
              <td className="number">{units}</td>
              <td className="number">{money(each)}</td>
              <td className="number">{money(sum)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p role="status">{words.previewLeft(money(divided.left), money(total))}</p>
    </section>
  );
}
