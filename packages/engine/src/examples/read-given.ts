import { REGISTERS } from '../grammar/register.ts';
import { type Fields, Fields as Inner, isMap } from '../parse/fields.ts';
import { below } from '../parse/report.ts';
import { sayInstead } from '../parse/suggest.ts';
import { makeDay, partsOf } from '../window/calendar.ts';
import { ENTERED, type ExampleRows, PATH, SELF, SUPERIOR } from './example-rows.ts';
import { readActivityEntry } from './read-activities.ts';
import { readPersonEntry, type Setting } from './read-people.ts';

/** The facts of an example. `checkKey` turns a check's id into the key of its ratings. */
export function readGiven(
  fields: Fields,
  into: ExampleRows,
  setting: Setting,
  checkKey: (check: string) => string,
): void {
  const each = (key: string, read: (inner: Fields) => void): void => {
    if (!fields.has(key)) return;
    fields.list(key, (raw, place) => {
      const inner = new Inner(raw, place, fields.report);
      read(inner);
      inner.close();
    });
  };
  readGroups(fields, into, setting);
  each('people', (inner) => readPersonEntry(inner, into, setting));
  each('activities', (inner) => readActivityEntry(inner, into, setting));
  readFigures(fields, 'figures', SELF, into, setting);
  readFigures(fields, 'superior', SUPERIOR, into, setting);
  readDocuments(fields, into, setting);
  each('events', (inner) => {
    const event = inner.text('event');
    if (!setting.vocabulary.events[event])
      inner.fail('event', sayInstead('event', event, Object.keys(setting.vocabulary.events)));
    const ended_on = inner.has('ended') ? inner.day('ended') : null;
    into.rows.events.push({ ...into.entered(), event, happened_on: inner.day('on'), ended_on });
  });
  each('polls', (inner) => {
    into.rows.polls.push({
      ...into.entered(),
      about: inner.text('about'),
      held_on: inner.has('on') ? inner.day('on') : setting.asOf,
      slips: inner.number('slips'),
      satisfied: inner.number('satisfied', 0),
      basically: inner.number('basically', 0),
      dissatisfied: inner.number('dissatisfied', 0),
    });
  });
  each('ratings', (inner) => {
    const look = checkKey(inner.text('check'));
    const rated_on = inner.has('on') ? inner.day('on') : setting.asOf;
    into.rows.ratings.push({ ...into.entered(), look, rated_on, score: inner.number('score') });
  });
  fields.close();
}

function readGroups(fields: Fields, into: ExampleRows, setting: Setting): void {
  const raw = fields.raw('groups');
  if (raw === undefined) return;
  const add = (name: string, founded: string): void => {
    const { id } = into.entered();
    into.refs.set(name, id);
    into.rows.organizations.push({ county: 1, id, path: `${PATH}${id}.`, founded_on: founded });
    into.rows.spans.push({
      organization: id,
      name,
      form: 'group',
      kind: null,
      level: 'group',
      parent: SELF,
      unit: SELF,
      valid_from: founded,
      valid_until: null,
    });
  };
  if (typeof raw === 'number') {
    for (let i = 1; i <= raw; i += 1) add(`第${i}组`, setting.founded);
    return;
  }
  fields.list('groups', (one, place) => {
    const inner = new Inner(one, place, fields.report);
    add(inner.text('ref'), inner.has('founded') ? inner.day('founded') : setting.founded);
    inner.close();
  });
}

function readFigures(
  fields: Fields,
  key: string,
  organization: number,
  into: ExampleRows,
  setting: Setting,
): void {
  const raw = fields.raw(key);
  if (raw === undefined) return;
  const known = Object.keys(setting.vocabulary.figures);
  const add = (figure: string, counted_on: string, value: number): void => {
    if (!known.includes(figure)) fields.fail(key, sayInstead(key, figure, known));
    into.rows.figures.push({ ...into.entered(organization), figure, counted_on, value });
  };
  if (isMap(raw)) {
    for (const [figure, value] of Object.entries(raw)) add(figure, setting.asOf, Number(value));
    return;
  }
  fields.list(key, (one, place) => {
    const inner = new Inner(one, place, fields.report);
    add(inner.text('figure'), inner.has('on') ? inner.day('on') : setting.asOf, inner.number('value'));
    inner.close();
  });
}

function readDocuments(fields: Fields, into: ExampleRows, setting: Setting): void {
  if (!fields.has('documents')) return;
  const known = Object.keys(setting.vocabulary.documents);
  const begin = makeDay(partsOf(setting.asOf).year, 1, 1);
  fields.list('documents', (raw, place) => {
    const inner = new Inner(typeof raw === 'string' ? { document: raw } : raw, place, fields.report);
    const document = inner.text('document');
    if (!known.includes(document)) inner.fail('document', sayInstead('document', document, known));
    const held_from = inner.has('from') ? inner.day('from') : begin;
    const held_until = inner.has('until') ? inner.day('until') : null;
    into.rows.documents.push({ ...into.entered(), document, held_from, held_until });
    inner.close();
  });
}

/** `kept: all`, `none`, or the registers that differ: a day, or false. */
export function readKept(fields: Fields, into: ExampleRows, founded: string): void {
  const raw = fields.raw('kept') ?? 'all';
  const own = isMap(raw) ? raw : {};
  if (!isMap(raw) && raw !== 'all' && raw !== 'none')
    fields.fail('kept', 'kept 可写 all、none 或 { 登记册: 日期 }');
  for (const register of Object.keys(own)) {
    if (!REGISTERS.some((r) => r === register)) {
      fields.report.add(below(fields.place, 'kept', register), sayInstead('kept', register, REGISTERS));
    }
  }
  if (raw === 'none') return;
  for (const register of REGISTERS) {
    const written = own[register];
    if (written === false) continue;
    const kept_from = typeof written === 'string' ? written : founded;
    into.rows.registers.push({
      ...into.entered(),
      entered_at: ENTERED,
      register,
      kept_from,
      kept_until: null,
    });
  }
}
