import type { Member } from './people.ts';
import type { Row } from './rows.ts';
import { enteredAt, type Scene } from './scene.ts';

/** Who came, one row each, with what the hours need from the activity. */
export function recordAttendance(
  scene: Scene,
  activity: number,
  happened: number,
  told: Row,
  present: readonly Member[],
): void {
  const { place } = scene.branch;
  const entered = enteredAt(scene, happened);
  for (const { id } of present) {
    scene.batch.attendance.push({
      county: scene.county,
      activity,
      person: id,
      organization: place.id,
      path: place.path,
      happened_on: told.happened_on ?? null,
      kind: told.kind ?? null,
      grade: told.grade ?? null,
      concentrated: told.concentrated ?? false,
      hours: told.hours ?? null,
      entered_at: entered,
    });
  }
}
