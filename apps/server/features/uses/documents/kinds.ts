import type { DocumentKind } from '@hujian/contract';
import { assessment } from './assessment.ts';
import { circular } from './circular.ts';
import { classes } from './classes.ts';
import type { DocumentKindRule } from './drafted.ts';
import { experience } from './experience.ts';
import { followUp } from './follow-up.ts';
import { fund } from './fund.ts';
import { minutes } from './minutes.ts';
import { notice } from './notice.ts';
import { plan } from './plan.ts';
import { report } from './report.ts';

/** The ten documents of a round, in the order in which they are needed. */
const documentKinds = {
  plan,
  minutes,
  report,
  circular,
  notice,
  fund,
  assessment,
  classes,
  'follow-up': followUp,
  experience,
} satisfies Record<DocumentKind, DocumentKindRule>;

export const kindRule = (kind: DocumentKind): DocumentKindRule => documentKinds[kind];
