/** Flags of Node for the long-running program. */
export const programFlags: readonly string[];
