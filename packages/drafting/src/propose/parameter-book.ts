import type { WorkParameter } from '../work.ts';
import { shorten } from './alike.ts';

const LONGEST_NAME = 50;
const LONGEST_TITLE = 76;

/** Collects the numbers of a draft as parameters; the document itself is their basis. */
export class ParameterBook {
  readonly parameters: Record<string, WorkParameter> = {};
  /** How many numbers have begun with a name. */
  readonly #given = new Map<string, number>();

  /** Adds a number under a free name, and answers what a rule writes for it. */
  add(parameter: {
    base: string;
    title: string;
    unit: string;
    tighten: WorkParameter['tighten'];
    value: number;
  }): { parameter: string } {
    const name = this.#free(camel(parameter.base));
    this.parameters[name] = {
      title: shorten(parameter.title, LONGEST_TITLE) || name,
      unit: parameter.unit,
      tighten: parameter.tighten,
      values: [{ from: null, value: parameter.value, basis: null }],
    };
    return { parameter: name };
  }

  /** Forgets the numbers that no check uses; `written` is the checks as JSON. */
  keepUsed(written: string): void {
    const used = new Set([...written.matchAll(/"parameter":"(\w+)"/g)].map(([, name]) => name));
    for (const name of Object.keys(this.parameters)) if (!used.has(name)) delete this.parameters[name];
  }

  #free(wanted: string): string {
    let n = this.#given.get(wanted) ?? 1;
    let name = n === 1 ? wanted : `${wanted}${n}`;
    for (; Object.hasOwn(this.parameters, name); name = `${wanted}${n}`) n += 1;
    this.#given.set(wanted, n);
    return name;
  }
}

const camel = (base: string): string => {
  const joined = base
    .replace(/[^A-Za-z0-9]+(.)?/g, (_, next: string | undefined) => (next ?? '').toUpperCase())
    .slice(0, LONGEST_NAME);
  return /^[a-z]/.test(joined) ? joined : `n${joined}`;
};
