import { day } from './words.ts';

interface BasisLike {
  document?: unknown;
  number?: unknown;
  issuer?: unknown;
  date?: unknown;
  note?: unknown;
}

/** 《文件》（文号，发文机关，日期） as far as it is known. */
export function basisText(basis: unknown): string | null {
  if (basis === null || typeof basis !== 'object') return null;
  const { document, number, issuer, date, note } = basis as BasisLike;
  if (typeof document !== 'string' || document === '') return null;
  const name = /^[《〈]/.test(document) ? document : `《${document}》`;
  const details = [number, issuer, typeof date === 'string' ? day(date) : undefined].filter(
    (part): part is string => typeof part === 'string' && part !== '' && part !== '—',
  );
  const tail = typeof note === 'string' && note !== '' ? `。${note}` : '';
  return `${name}${details.length === 0 ? '' : `（${details.join('，')}）`}${tail}`;
}

export function BasisList({ of }: { of: readonly unknown[] }) {
  const texts = of.map(basisText).filter((text): text is string => text !== null);
  return (
    <ul className="plain-list">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
