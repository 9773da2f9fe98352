import { createHash } from 'node:crypto';
import type { Kind } from '@hujian/engine';
import { expect, test } from 'vitest';
import { readEditions, readVocabulary } from '../features/library/read-standards.ts';
import { type CountyPlan, planCounty } from './county-plan.ts';
import { listAsked } from './list-asked.ts';
import type { SealPerson } from './people.ts';
import { encodeRow, listColumns, tableNames } from './rows.ts';
import { tellCounty } from './tell-county.ts';
import { plantTree } from './tree.ts';
import { readWords } from './words.ts';

const vocabulary = readVocabulary();
const words = readWords(vocabulary);
const editions = readEditions(vocabulary.vocabulary);
const asked = (kind: Kind) => listAsked(editions, kind);
const nothing = Buffer.alloc(0);
const seal: SealPerson = () => ({
  identity_cipher: nothing,
  identity_index: nothing,
  phone_cipher: nothing,
  phone_index: nothing,
});
const small = { townships: 2, villages: 20, others: 4, members: 900 };

function hashCounty(today: string, wishes: Partial<CountyPlan>): string {
  const hash = createHash('sha256');
  const telling = { plan: planCounty(today, { ...small, ...wishes }), words, asked, seal };
  for (const batch of tellCounty(telling)) {
    for (const name of tableNames) {
      for (const row of batch[name]) hash.update(encodeRow(row, listColumns(name)));
    }
  }
  return hash.digest('hex');
}

test('the same seed and day make the very same rows; another seed or day makes others', () => {
  const first = hashCounty('2026-11-21', {});
  expect(hashCounty('2026-11-21', {})).toBe(first);
  expect(hashCounty('2026-11-21', { seed: 7 })).not.toBe(first);
  expect(hashCounty('2026-11-22', {})).not.toBe(first);
});

test('the whole county has the size that is promised, and no two villages or codes are alike', () => {
  const { townships, branches } = plantTree(planCounty('2026-11-21'));
  expect(townships).toHaveLength(14);
  expect(branches.filter(({ place }) => place.kind === 'rural')).toHaveLength(180);
  expect(branches).toHaveLength(220);
  expect(new Set(branches.map(({ place }) => place.kind)).size).toBe(6);
  const members = branches.reduce((sum, branch) => sum + branch.members, 0);
  expect(members).toBeGreaterThan(34_500);
  expect(members).toBeLessThan(35_500);
  const sizes = new Set(branches.map((branch) => branch.members));
  for (const exact of [3, 50, 100]) expect(sizes).toContain(exact);
  for (const name of ['code', 'name'] as const) {
    const villages = branches.filter(({ place }) => place.kind === 'rural').map(({ place }) => place[name]);
    expect(new Set(villages).size).toBe(villages.length);
  }
});

test('nobody real can be meant: identity numbers and telephones are invalid by construction', () => {
  const told: string[] = [];
  const listen: SealPerson = (identity, phone) => {
    told.push(identity, phone);
    return seal(identity, phone);
  };
  const plan = planCounty('2026-11-21', { ...small, villages: 3, others: 0, members: 60 });
  for (const _ of tellCounty({ plan, words, asked, seal: listen }));
  expect(told.length).toBeGreaterThan(100);
  expect(told.filter((text) => !/^(999999\d{12}|100\d{8})$/.test(text))).toEqual([]);
});

test('no organization is told what only another kind can have: a school has no village bully and is not visited for a village', () => {
  const plan = planCounty('2026-11-21', { ...small, villages: 40, others: 20, members: 3_000 });
  const tree = plantTree(plan);
  const kinds = new Map(tree.branches.map(({ place }) => [place.id, place.kind ?? 'rural']));
  const wrong: string[] = [];
  const seen = new Map<string, Set<Kind>>();
  for (const batch of tellCounty({ plan, words, asked, seal }, tree)) {
    const told = [
      ...batch.event.map(({ organization, event }) => ['events', organization, event] as const),
      ...batch.document.map(({ organization, document }) => ['documents', organization, document] as const),
      ...batch.poll.map(({ organization, about }) => ['polls', organization, about] as const),
      ...batch.rating.map(({ organization, look }) => ['looks', organization, look] as const),
    ];
    for (const [what, organization, code] of told) {
      const kind = kinds.get(Number(organization));
      if (!kind) continue; // the villages that were merged away
      if (![...asked(kind)[what]].includes(String(code))) wrong.push(`${kind} ${what} ${code}`);
      seen.set(what, (seen.get(what) ?? new Set()).add(kind));
    }
    for (const { organization, kind: code } of batch.activity) {
      if (code === 'village-decision' && kinds.get(Number(organization)) !== 'rural')
        wrong.push(`${kinds.get(Number(organization))} ${code}`);
    }
  }
  expect(wrong).toEqual([]);
  for (const what of ['documents', 'polls']) expect(seen.get(what)?.size, what).toBe(6);
  expect(seen.get('looks')?.size).toBeGreaterThan(3);
});

test('each kind of organization has good, middling and weak ones, however few there are', () => {
  const { branches } = plantTree(planCounty('2026-11-21'));
  for (const kind of ['community', 'agency', 'soe', 'private', 'school']) {
    const qualities = branches.flatMap(({ place, diligence }) =>
      place.kind === kind ? [diligence.quality] : [],
    );
    expect(new Set(qualities).size, kind).toBe(3);
  }
});

test('no record happens after the day of its making, and none is entered before it happened', () => {
  const plan = planCounty('2026-11-21', small);
  const wrong: string[] = [];
  for (const batch of tellCounty({ plan, words, asked, seal })) {
    for (const { happened_on: day, entered_at: entered } of [...batch.activity, ...batch.event]) {
      if (String(day) >= plan.today || String(entered).slice(0, 10) > plan.today)
        wrong.push(`${day} ${entered}`);
    }
  }
  expect(wrong).toEqual([]);
});
