import { FORMS, KINDS, LEVELS } from '../grammar/edition.ts';
import type { Condition } from '../grammar/when.ts';
import { Fields } from './fields.ts';
import { readBounds } from './read-bounds.ts';
import { readPeople } from './read-people.ts';
import { readWindow } from './read-window.ts';
import type { Place, Report } from './report.ts';
import { readAmount, readCode, readCodes, type Terms } from './terms.ts';

const WAYS = ['form', 'kind', 'level', 'headcount', 'figure', 'event', 'noEvent'] as const;

/** The scope of application: one condition, or a list of which all must hold. */
export function readWhen(fields: Fields, terms: Terms): readonly Condition[] {
  const raw = fields.raw('when');
  if (raw === undefined) return [];
  const list = Array.isArray(raw) ? raw : [raw];
  return list.flatMap((one, i) => {
    const place: Place = Array.isArray(raw)
      ? { ...fields.place, path: [...fields.place.path, 'when', i] }
      : fields.at('when');
    const condition = readCondition(one, place, fields.report, terms);
    return condition ? [condition] : [];
  });
}

function readCondition(raw: unknown, place: Place, report: Report, terms: Terms): Condition | null {
  const fields = new Fields(raw, place, report);
  const ways = WAYS.filter((way) => fields.has(way));
  const way = ways[0];
  if (!way || ways.length > 1) {
    report.add(place, `when 的每一条写一个条件，可写 ${WAYS.join('、')}；几个条件同时成立请写成列表`);
    return null;
  }
  const condition = readOne(way, fields, terms);
  fields.close();
  return condition;
}

function readOne(way: (typeof WAYS)[number], fields: Fields, terms: Terms): Condition {
  const { vocabulary } = terms;
  switch (way) {
    case 'form':
      return { kind: way, among: fields.choices('form', FORMS) };
    case 'kind':
      return { kind: way, among: fields.choices('kind', KINDS) };
    case 'level':
      return { kind: way, among: fields.choices('level', LEVELS) };
    case 'headcount': {
      const who = readPeople(fields, 'headcount', terms);
      const bounds = readBounds(fields, terms);
      const orFigure = fields.has('orFigure') ? readCode(fields, 'orFigure', vocabulary.figures) : undefined;
      return { kind: 'headcount', who, bounds, ...(orFigure ? { orFigure } : {}) };
    }
    case 'figure': {
      const figure = readCode(fields, 'figure', vocabulary.figures);
      const bounds = readBounds(fields, terms);
      const valid = fields.has('validMonths')
        ? { validMonths: readAmount(fields, 'validMonths', terms) }
        : {};
      return { kind: 'figure', figure, bounds, ...valid };
    }
    case 'event':
    case 'noEvent': {
      const events = readCodes(fields, way, vocabulary.events);
      return {
        kind: 'event',
        events,
        window: readWindow(fields, terms, { kind: 'now' }),
        none: way === 'noEvent',
      };
    }
  }
}
