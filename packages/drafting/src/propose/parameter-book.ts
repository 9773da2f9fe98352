import type { WorkParameter } from '../work.ts';
import { shorten } from './alike.ts';

const LONGEST_NAME = 50;
const LONGEST_TITLE = 76;

/** Collects the numbers of a draft as parameters; the document itself is their basis. */
export class ParameterBook {
  readonly parameters: Record<string, WorkParameter> = {};

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

  /** Forgets the numbers that no check uses. */
  keepUsed(written: string): void {
    for (const name of Object.keys(this.parameters))
      if (!written.includes(`"parameter":"${name}"`)) delete this.parameters[name];
  }

  #free(wanted: string): string {
    let name = wanted;
    for (let n = 2; Object.hasOwn(this.parameters, name); n += 1) name = `${wanted}${n}`;
    return name;
  }
}

const camel = (base: string): string => {
  const joined = base
    .replace(/[^A-Za-z0-9]+(.)?/g, (_, next: string | undefined) => (next ?? '').toUpperCase())
    .slice(0, LONGEST_NAME);
  return /^[a-z]/.test(joined) ? joined : `n${joined}`;
};
