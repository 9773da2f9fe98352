import { sql } from 'kysely';
import type { Trx } from '../../../database/door.ts';
import type { RoundFacts } from '../facts.ts';
import { sentences } from '../words.ts';
import { frame, openNumber, roundName, shortName } from './common.ts';
import { annex, type DocTable, type DocumentKindRule, section } from './drafted.ts';

/** Posts that answer for the work of a place, in the order in which they are named. */
const posts = {
  secretary: '书记',
  'full-time-deputy': '专职副书记',
  'organisation-member': '组织委员',
  'first-secretary': '第一书记',
  'party-affairs-worker': '党务干部',
  'party-building-instructor': '党建指导员',
} as const;

/** 考核参考: the results of units beside the posts that answer for them; people are not ranked. */
export const assessment: DocumentKindRule = {
  title: '年度考核参考',
  purpose: '送考核部门，作为有关责任岗位年度考核、评先评优的参考',
  waitsFor: ({ result }) =>
    result === 'published' ? null : result ? '评议结果尚未公布' : '请先结束本轮活动并计算评议结果',
  draft: async (facts, trx) => ({
    words: {
      ...frame(facts, `关于提供${shortName(facts)}评议结果作为考核参考的函`, [
        section(
          '',
          `现将${roundName(facts)}中各单位的评议结果和有关责任岗位列后，供年度考核、评先评优时参考。`,
        ),
        section(
          '一、使用说明',
          sentences(
            '本表按单位列示结果，只说明单位的情况，不对个人打分、排名',
            '结果须与其他考核材料综合使用，不得以一次观摩结果代替全年考核',
            facts.result?.ranked
              ? '档次相同的单位不分先后'
              : '本轮没有排名依据，不列档次，只列问题和做法的数量',
          ),
        ),
        annex('各单位结果和责任岗位', 'posts'),
      ]),
      number: openNumber(facts.today),
      addressee: '考核工作主管部门',
    },
    tables: { posts: await postTable(facts, trx) },
  }),
};

interface Holder {
  organization: number;
  post: string;
  name: string;
}

async function postTable(facts: RoundFacts, trx: Trx): Promise<DocTable> {
  const holders = await listHolders(facts, trx);
  const count = (list: RoundFacts['findings'], id: number) =>
    String(list.filter(({ organization }) => organization === id).length);
  const own = holders.filter(({ organization }) => organization === facts.round.organization);
  return {
    title: '各单位结果和责任岗位',
    columns: [
      { title: '单位', share: 4 },
      { title: '档次', share: 2, align: 'center' },
      { title: '问题', share: 1.5, align: 'center', number: true },
      { title: '做法', share: 1.5, align: 'center', number: true },
      { title: '责任岗位和任职人', share: 9 },
    ],
    rows: [
      ...(own.length > 0 ? [[facts.round.holder, '', '', '', tell(own)]] : []),
      ...facts.units
        .filter(({ chosen }) => chosen)
        .map(({ id, name, result }) => [
          name,
          result?.band ? `${result.band}档` : '',
          count(facts.findings, id),
          count(facts.practices, id),
          tell(holders.filter(({ organization }) => organization === id)),
        ]),
    ],
  };
}

const tell = (holders: readonly Holder[]): string =>
  holders.map(({ post, name }) => `${post}　${name}`).join('；');

/** Who holds such a post today in the units and at the holder, and who keeps contact with them; one statement. */
async function listHolders({ round, today, units }: RoundFacts, trx: Trx): Promise<Holder[]> {
  const ids = [round.organization, ...units.map(({ id }) => id)];
  const { rows } = await sql<Holder>`
    select s.organization, s.post, p.name from seat s
    join person p on p.county = s.county and p.id = s.person
    where s.county = ${round.county} and s.organization = any (${ids}::bigint[]) and s.post = any (${Object.keys(posts)})
      and s.withdrawn_at is null and s.held_from <= ${today}::date
      and (s.held_until is null or s.held_until > ${today}::date)
    union all
    select l.organization, '分包联系', l.name from liaison l
    where l.county = ${round.county} and l.organization = any (${ids}::bigint[]) and l.withdrawn_at is null
      and l.valid_from <= ${today}::date and (l.valid_until is null or l.valid_until >= ${today}::date)`.execute(
    trx,
  );
  const order = Object.keys(posts);
  const named = new Map<string, string>(Object.entries(posts));
  return rows
    .map((row) => ({ ...row, organization: Number(row.organization) }))
    .toSorted((a, b) => place(order, a.post) - place(order, b.post) || (a.name < b.name ? -1 : 1))
    .map((row) => ({ ...row, post: named.get(row.post) ?? row.post }));
}

const place = (order: readonly string[], post: string): number =>
  order.includes(post) ? order.indexOf(post) : order.length;
