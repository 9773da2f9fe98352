import type { Basis } from '../grammar/basis.ts';
import type { DatedValue, Parameter } from '../grammar/parameter.ts';
import { Fields, isMap } from './fields.ts';
import { below, type Place } from './report.ts';

export function readBasis(raw: unknown, place: Place, fields: Fields): Basis {
  const inner = new Fields(raw, place, fields.report);
  const basis: Basis = {
    document: inner.text('document'),
    ...Object.fromEntries(
      (['number', 'issuer', 'note'] as const).filter((k) => inner.has(k)).map((k) => [k, inner.text(k)]),
    ),
    ...(inner.has('date') ? { date: inner.day('date') } : {}),
  };
  inner.close();
  return basis;
}

/** The dated numbers of an edition, each with its basis. */
export function readParameters(fields: Fields): Readonly<Record<string, Parameter>> {
  const raw = fields.raw('parameters');
  if (raw === undefined) return {};
  if (!isMap(raw)) {
    fields.fail('parameters', 'parameters 应当是 “参数名: { title, unit, tighten, values }” 的一组');
    return {};
  }
  return Object.fromEntries(
    Object.entries(raw).map(([name, value]) => {
      const place: Place = { ...below(fields.place, 'parameters', name), words: `参数 ${name}` };
      return [name, readParameter(name, new Fields(value, place, fields.report))];
    }),
  );
}

function readParameter(name: string, fields: Fields): Parameter {
  if (!/^[a-z][A-Za-z0-9]*$/.test(name)) {
    fields.report.add(fields.place, `参数名 “${name}” 应当以小写字母开头，只用字母和数字，如 termYears`);
  }
  const parameter: Parameter = {
    name,
    title: fields.text('title'),
    unit: fields.text('unit'),
    tighten: fields.choice('tighten', ['up', 'down', 'never'] as const, 'never'),
    values: [...fields.list('values', (raw, place) => readValue(new Fields(raw, place, fields.report)))].sort(
      (a, b) => (a.from < b.from ? -1 : 1),
    ),
  };
  fields.close();
  return parameter;
}

function readValue(fields: Fields): DatedValue {
  const from = fields.day('from');
  const value = fields.number('value');
  if (!fields.has('basis'))
    fields.fail('basis', '缺少 basis（依据），请写 { document: …, issuer: …, date: … }');
  const basis = fields.has('basis')
    ? readBasis(fields.raw('basis'), fields.at('basis'), fields)
    : { document: '' };
  fields.close();
  return { from, value, basis };
}
