import type { StandingPage } from '@hujian/contract';
import { type ReportBlock, type ReportTable, writeReport } from '@hujian/documents';
import { bandWord, dayWord, letters, percent, points, reportTitle, verdictWord } from './words.ts';

/** One organization's standing as a Word report: what falls short and by how much, what is not known, every item. */
export function standingReport(page: StandingPage, day: string): Promise<Uint8Array> {
  return writeReport({
    title: reportTitle(page.organization.name, page.edition.title),
    blocks: [
      ...overall(page),
      ...listed(page, 'unmet', '二、未达标条目'),
      ...listed(page, 'not-known', '三、缺数据条目'),
    ],
    signature: { by: page.organization.name, on: day },
    annexes: [{ title: '各条目情况', blocks: [everyItem(page)] }],
  });
}

function overall({ standing, edition, band, asOf }: StandingPage): ReportBlock[] {
  const {
    points: reached,
    possible,
    fullMarks,
    bonus,
    met,
    unmet,
    notApplicable,
    notKnown,
    warnings,
    blocked,
  } = standing;
  const missing = fullMarks > 0 ? (fullMarks - possible) / fullMarks : 0;
  const texts = [
    `截至${dayWord(asOf)}，对照《${edition.title}》（修订号${edition.revision}），已知条目满分${points(possible)}分，得${points(reached)}分${bonus > 0 ? `，另加${points(bonus)}分` : ''}，${band === 'unknown' ? '因缺数据较多不分档' : `为${bandWord(band)}`}。`,
    `达标${met}条，未达标${unmet}条，不适用${notApplicable}条，缺数据${notKnown}条，缺数据的分值占${percent(missing)}。${warnings > 0 ? `另有${warnings}处提醒需要说明。` : ''}`,
    ...(blocked.length > 0 ? [`有否决情形的条目：${blocked.join('、')}。`] : []),
  ];
  return [
    { kind: 'heading', level: 1, text: '一、总体情况' },
    ...texts.map((text) => ({ kind: 'paragraph' as const, text })),
  ];
}

function listed(page: StandingPage, verdict: 'unmet' | 'not-known', title: string): ReportBlock[] {
  const about = new Map(page.items.map((item) => [item.code, item]));
  const found = page.standing.items.filter((item) => item.verdict === verdict);
  if (found.length === 0)
    return [
      { kind: 'heading', level: 1, text: title },
      { kind: 'paragraph', text: '没有。' },
    ];
  const blocks: ReportBlock[] = [{ kind: 'heading', level: 1, text: title }];
  for (const { item, checks, points: reached, of } of found) {
    const known = about.get(item);
    const titles = new Map(known?.checks.map((check) => [check.id, check.title]));
    const parts = checks
      .filter((check) => check.verdict === verdict)
      .map((check) => `${titles.get(check.check) ?? check.check}${check.short ? `：${check.short}` : ''}`);
    const score = verdict === 'unmet' ? `（得${points(reached)}分，满分${points(of)}分）` : '';
    const text = `第${known?.number ?? item}条　${known?.title ?? ''}${score}。${parts.join('；')}${parts.length > 0 ? '。' : ''}`;
    blocks.push({ kind: 'paragraph', text: text.replaceAll('。。', '。') });
  }
  return blocks;
}

function everyItem(page: StandingPage): ReportTable {
  const about = new Map(page.items.map((item) => [item.code, item]));
  const fills = {
    met: letters.m.fill,
    unmet: letters.u.fill,
    'not-applicable': letters.a.fill,
    'not-known': letters.k.fill,
  };
  return {
    kind: 'table',
    columns: [
      { title: '条', share: 1, align: 'center' },
      { title: '条目', share: 7 },
      { title: '结论', share: 2, align: 'center' },
      { title: '得分', share: 2, align: 'center' },
    ],
    rows: page.standing.items.map(({ item, verdict, points: reached, of }) => [
      about.get(item)?.number ?? item,
      about.get(item)?.title ?? '',
      verdictWord[verdict],
      verdict === 'met' || verdict === 'unmet' ? `${points(reached)}/${points(of)}` : '',
    ]),
    shades: page.standing.items.map(({ verdict }) => ['', '', fills[verdict], '']),
  };
}
