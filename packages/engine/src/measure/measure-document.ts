import type { DocumentCheck } from '../grammar/check.ts';
import type { Frame } from '../plan/probes.ts';
import { documentProbes } from '../plan/probes-of-check.ts';
import { earlierOf } from '../window/calendar.ts';
import { listPeriods } from '../window/periods.ts';
import { doesNotApply, isMeasured } from './answers.ts';
import { isCovered } from './cover.ts';
import type { FactReader } from './fact-reader.ts';
import { readPeriods } from './judged-periods.ts';
import type { Measured, Reading } from './measured.ts';

/** One reading for each document (and judged year): how many there are. */
export function measureDocument(check: DocumentCheck, frame: Frame, reader: FactReader): Measured {
  const readings = check.documents.flatMap((document) =>
    check.of === 'now' ? [readNow(document, frame, reader)] : readYears(document, frame, reader),
  );
  return readings.length === 0 ? doesNotApply('nothing-due') : isMeasured(readings, 'register');
}

function readNow(document: string, frame: Frame, reader: FactReader): Reading {
  const probe = documentProbes(document, 'now', frame)[0];
  const covered = isCovered(reader.facts, ['documents'], frame.asOf, frame.asOf);
  return {
    from: frame.asOf,
    until: frame.asOf,
    subject: { kind: 'document', key: document },
    count: probe ? reader.documents(probe) : 0,
    ...(covered ? {} : { open: true as const }),
  };
}

function readYears(document: string, frame: Frame, reader: FactReader): readonly Reading[] {
  const probes = documentProbes(document, 'year', frame);
  const asked = {
    slots: listPeriods('year', frame.asOf),
    calendar: true,
    asOf: frame.asOf,
    founded: reader.facts.founded,
    bounds: [{ word: 'atLeast', value: 1 }] as const,
    subject: { kind: 'document', key: document } as const,
  };
  return readPeriods(asked, (slot, period) => {
    const probe = probes[slot];
    const until = earlierOf(period.until, frame.asOf);
    const covered = isCovered(reader.facts, ['documents'], period.from, until);
    return { count: probe ? reader.documents(probe) : 0, ...(covered ? {} : { open: true as const }) };
  });
}
