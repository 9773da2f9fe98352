import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resultPacket } from '@hujian/contract';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { runLine } from '../../../apps/server/cli/testing/run-line.ts';
import type { TestServer } from '../../../tests/support/server.ts';
import { listPhotos } from './rating-hands.ts';
import type { PanelPhone } from './whole-round-phone.ts';
import type { Story } from './whole-round-story.ts';

/** After all of it: what was tapped against what is there. */
export function countedScenes(server: TestServer, story: Story): void {
  it('catches a tap that is lost, that is there twice, or that was never made', async () => {
    const codes = await listCodes(server, story);
    for (const phone of story.phones) {
      const rows = await listTaps(server, phone, codes);
      expect(rows.map(({ village, what }) => ({ village, what }))).toEqual(phone.taps);
      expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(phone.sent.keys()));
      expect(new Set(rows.map(({ clock }) => clock)).size).toBe(rows.length);
    }
    // The answer that the killed server never gave made one phone send again.
    expect(Math.max(...(story.phones[0]?.sent.values() ?? []))).toBeGreaterThan(1);
  });

  it('catches a photograph that is another one than the phone sent', async () => {
    const kept: [string, string, number][] = [];
    for (const { who } of story.phones)
      for (const { id, content } of await listPhotos(server, who.account))
        kept.push([
          id,
          createHash('sha256')
            .update(content ?? '')
            .digest('hex'),
          content?.length ?? 0,
        ]);
    const sent = story.phones.flatMap(({ photos }) =>
      [...photos].map(([id, { sha256, size }]) => [id, sha256, size]),
    );
    expect(sent).toHaveLength(1);
    expect(kept).toEqual(sent);
  });

  it('catches a score that counts in the result and was not tapped last, or a packet that does not add up', async () => {
    const codes = await listCodes(server, story);
    const packet = resultPacket.parse(JSON.parse(story.packet).packet);
    const codeOf = new Map(packet.units.map(({ name, code }) => [name, code]));
    expect([...codeOf.keys()].toSorted()).toEqual(story.villages.toSorted());
    const counted = Map.groupBy(packet.ratings, ({ panelist }) => panelist);
    const sheets = [...counted.values()].map((ratings) =>
      ratings.map(({ unit, item, score }) => `${unit} ${item} ${score}`).toSorted(),
    );
    const tapped = story.phones.map(({ taps }) => {
      const last = new Map<string, string>();
      for (const { village, what } of taps) {
        const [kind, at, score] = what.split(' ');
        if (kind === 'score') last.set(`${codeOf.get(village)} ${codes[Number(at)]}`, `${score}`);
      }
      return [...last].map(([of, score]) => `${of} ${score}`).toSorted();
    });
    expect(sheets.toSorted()).toEqual(tapped.toSorted());
    const folder = mkdtempSync(join(tmpdir(), 'hujian-packet-'));
    writeFileSync(join(folder, 'result.json'), story.packet);
    const { exitCode, out } = await runLine('result', 'check', join(folder, 'result.json'));
    rmSync(folder, { recursive: true });
    expect([exitCode, out]).toEqual([0, expect.stringContaining('一字不差')]);
  });
}

/** Codes of the items in the order in which the phone lists them. */
const listCodes = (server: TestServer, story: Story): Promise<string[]> =>
  server.services.door.asSystem('a test reads the items of its round', async (trx) => {
    const { items } = await trx
      .selectFrom('round')
      .select('items')
      .where('id', '=', Number(story.round))
      .executeTakeFirstOrThrow();
    return items.map(({ code }) => code);
  });

const listTaps = (server: TestServer, { who }: PanelPhone, codes: string[]) =>
  server.services.door.asSystem('a test reads what came in', async (trx) => {
    const rows = await trx
      .selectFrom('visit_entry as e')
      .innerJoin('visit as v', 'v.id', 'e.visit')
      .innerJoin('organization as o', 'o.id', 'v.organization')
      .select(['e.id', 'e.kind', 'e.item', 'e.score', 'o.name as village', sql<string>`e.clock`.as('clock')])
      .where('e.account', '=', who.account)
      .orderBy('e.clock')
      .execute();
    return rows.map(({ id, kind, item, score, village, clock }) => ({
      id,
      clock,
      village,
      what: kind === 'score' ? `score ${codes.indexOf(item ?? '')} ${score}` : kind,
    }));
  });
