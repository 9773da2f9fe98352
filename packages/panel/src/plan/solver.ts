import loader, { type Highs } from 'highs';

// its types tell of a module in the old manner, what is loaded is one in the new
const loadHighs: typeof loader.default = Reflect.get(loader, 'default') ?? loader;

/** Least cost of columns between 0 and 1 (or `upper`) under rows; columns are named by their numbers. */
export interface Program {
  readonly costs: readonly number[];
  /** Upper bounds that are not 1. */
  readonly upper: ReadonlyMap<number, number>;
  readonly whole: boolean;
  readonly rows: readonly Row[];
}

export interface Row {
  readonly terms: readonly (readonly [column: number, factor: number])[];
  readonly is: '=' | '<=' | '>=';
  readonly value: number;
}

export interface Solver {
  /** Values by column; null where there is none or it was not found within the bound of the search. */
  solve(program: Program): number[] | null;
}

/** One solver for one plan: its memory goes with it. */
export async function createSolver(): Promise<Solver> {
  const highs = await loadHighs();
  return { solve: (program) => solveWith(highs, program) };
}

function solveWith(highs: Highs, program: Program): number[] | null {
  if (program.costs.length === 0) return [];
  // the search is bounded by nodes, not by time: the same task has the same answer on every machine
  const { Status, Columns } = highs.solve(write(program), {
    output_flag: false,
    threads: 1,
    random_seed: 1,
    mip_max_nodes: 300,
    mip_rel_gap: 0.005,
  });
  if (Status !== 'Optimal' && !(program.whole && /limit/i.test(Status))) return null;
  const values = program.costs.map((_cost, column) => {
    const found = Columns[`x${column}`];
    return found && 'Primal' in found ? found.Primal : Number.NaN;
  });
  return values.some((value) => !Number.isFinite(value)) ? null : values;
}

/** In the LP format of CPLEX: one term a line, so that no line grows too long. */
function write({ costs, upper, whole, rows }: Program): string {
  const names = costs.map((_cost, column) => `x${column}`);
  const sum = (terms: Row['terms']): string =>
    terms.map(([column, factor]) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} x${column}`).join('\n');
  return [
    'Minimize',
    ` cost: ${sum(costs.map((cost, column) => [column, Number(cost.toFixed(4))]))}`,
    'Subject To',
    ...rows.map(({ terms, is, value }, at) => ` r${at}: ${sum(terms)}\n ${is} ${value}`),
    'Bounds',
    ...names.map((name, column) => ` 0 <= ${name} <= ${upper.get(column) ?? 1}`),
    ...(whole ? ['Generals', ...names.map((name) => ` ${name}`)] : []),
    'End',
    '',
  ].join('\n');
}
