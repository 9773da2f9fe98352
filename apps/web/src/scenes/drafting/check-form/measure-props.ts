import type { Source } from './source.ts';

export interface MeasureProps {
  source: Source;
  onChange: (source: Source) => void;
}
