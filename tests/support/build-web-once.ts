import { buildWeb } from '../../apps/server/cli/build-web.ts';

/** Vitest's global set-up for the screens: built before the first of them, so that no two files build at once. */
export default (): Promise<void> => buildWeb(() => undefined);
