import type { Edition } from '../grammar/edition.ts';
import { below, type Place, type Report } from '../parse/report.ts';

/** Dated parameters: a value from the edition's first day on, no day twice. */
export function checkParameters(edition: Edition, report: Report, root: Place): void {
  for (const parameter of Object.values(edition.parameters)) {
    const place: Place = { ...below(root, 'parameters', parameter.name), words: `参数 ${parameter.name}` };
    const first = parameter.values[0];
    if (!first) {
      report.add(below(place, 'values'), 'values 是空的，至少要有一个 { from, value, basis }');
      continue;
    }
    if (first.from > edition.inForce) {
      report.add(
        below(place, 'values'),
        `最早的值从 ${first.from} 起，本版从 ${edition.inForce} 起施行，中间没有值，请把 from 提前或补一个值`,
      );
    }
    parameter.values.forEach((value, i) => {
      if (parameter.values[i + 1]?.from === value.from) {
        report.add(below(place, 'values'), `有两个值都从 ${value.from} 起，请只留一个`);
      }
    });
  }
}
