export const REGISTERS = [
  'roster',
  'posts',
  'activities',
  'trainings',
  'figures',
  'documents',
  'events',
  'polls',
  'ratings',
] as const;
export type Register = (typeof REGISTERS)[number];
