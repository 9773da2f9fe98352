import { AsyncLocalStorage } from 'node:async_hooks';
import {
  CompiledQuery,
  type DatabaseConnection,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
} from 'kysely';

const opening = new AsyncLocalStorage<string>();

/**
 * PostgreSQL whose transactions begin and set who acts in one message: without parameters the server takes several
 * statements at once, and nearly every request of the program begins a transaction.
 */
export class DoorDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig;

  constructor(config: PostgresDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): PostgresDriver {
    return new DoorDriver(this.#config);
  }
}

class DoorDriver extends PostgresDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await connection.executeQuery(CompiledQuery.raw(`begin; ${opening.getStore() ?? ''}`));
    } catch (thrown) {
      // It may have begun: nobody else would end it, and the connection goes back to the pool.
      await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => undefined);
      throw thrown;
    }
  }
}

/** The transaction that `work` begins opens with these statements; they hold no parameters. */
export const openWith = <Result>(
  statements: readonly string[],
  work: () => Promise<Result>,
): Promise<Result> => opening.run(statements.join('; '), work);
