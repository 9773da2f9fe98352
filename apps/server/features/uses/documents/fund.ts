import type { Fund } from '@hujian/contract';
import { nobody } from '../../../access/require-actor.ts';
import { dayOf } from '../../../http/services.ts';
import { listFunds, presentFunds } from '../funds/get-fund.ts';
import { dayWord, money, number, sentences } from '../words.ts';
import { frame, openNumber, shortName } from './common.ts';
import { annex, type DocTable, type DocumentKindRule, section } from './drafted.ts';

/** 奖补资金测算表 with its approval and the ledger of payments: of the latest fund of the round. */
export const fund: DocumentKindRule = {
  title: '奖补资金测算表',
  purpose: '按公布的档次测算奖补资金，附审批栏和拨付台账',
  waitsFor: ({ funds, result, ranked }) =>
    funds > 0
      ? null
      : result !== 'published'
        ? '评议结果尚未公布，奖补资金不能测算'
        : ranked
          ? '请先在“以奖代补”中拟定测算办法'
          : '本轮没有排名依据，结果不分档，不能按档次测算',
  draft: async (facts, trx) => {
    const all = await presentFunds(trx, nobody, await listFunds(trx, facts.round));
    const last = all.at(-1);
    return {
      words: {
        ...frame(facts, `${shortName(facts)}奖补资金测算情况`, [
          ...(last
            ? [
                section('一、测算依据', basisText(last)),
                section('二、测算结果', resultText(last), 'lines'),
                section('三、审批', '', 'approval'),
                section('四、拨付情况', paidText(last)),
                annex('奖补资金拨付台账', 'payments'),
              ]
            : [section('一、测算依据', '尚未拟定。')]),
        ]),
        number: openNumber(facts.today),
        addressee: facts.above,
      },
      tables: last
        ? { lines: lineTable(last), approval: approvalTable(last), payments: paymentTable(last) }
        : {},
    };
  },
};

const basisText = ({ basis, rule, total }: Fund): string =>
  sentences(
    `依据《${basis.document}》（${basis.number}，${basis.issuer}），安排奖补资金${money(total)}元`,
    `按档次分配，同档相等，各档份额为${rule.shares.map(({ band, share }) => `${band}档${number(share)}`).join('、')}`,
    `每个单位的金额向下取整到${rule.round}元`,
  );

function resultText({ lines, left }: Fund): string {
  const given = lines.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0) / 100;
  const changed = lines.filter(({ amount, computed }) => amount !== computed).length;
  return sentences(
    `共${lines.length}个单位，核定金额合计${money(given)}元，取整和调整后剩余${money(left)}元`,
    changed > 0 && `其中${changed}个单位的金额经人工调整，理由见表`,
  );
}

const paidText = ({ lines }: Fund): string => {
  const paid = lines.reduce((sum, one) => sum + Math.round(one.paid * 100), 0) / 100;
  const full = lines.filter((one) => one.paid >= one.amount).length;
  return sentences(`已拨付${money(paid)}元，其中${full}个单位已足额拨付，明细见附件`);
};

function lineTable({ lines }: Fund): DocTable {
  const sum = (of: 'computed' | 'amount') =>
    money(lines.reduce((all, line) => all + Math.round(line[of] * 100), 0) / 100);
  return {
    title: '奖补资金测算表',
    columns: [
      { title: '序号', share: 1.4, align: 'center', number: true },
      { title: '单位', share: 5 },
      { title: '档次', share: 1.6, align: 'center' },
      { title: '测算金额（元）', share: 3, align: 'right', number: true },
      { title: '核定金额（元）', share: 3, align: 'right', number: true },
      { title: '调整理由', share: 5 },
    ],
    rows: [
      ...lines.map(({ organization, band, computed, amount, reason }, at) => [
        String(at + 1),
        organization.name,
        `${band}档`,
        money(computed),
        money(amount),
        reason ?? '',
      ]),
      ['', '合计', '', sum('computed'), sum('amount'), ''],
    ],
  };
}

function approvalTable({ by, at, state, decidedBy, decidedAt, note }: Fund): DocTable {
  const words = { draft: '尚未报审', submitted: '已报审，待批准', approved: '同意', returned: '退回' };
  const done = state === 'approved' || state === 'returned';
  return {
    title: '审批',
    columns: [
      { title: '环节', share: 2, align: 'center' },
      { title: '经办人', share: 3.4, align: 'center' },
      { title: '日期', share: 4, align: 'center' },
      { title: '意见', share: 5 },
      { title: '签字', share: 3 },
    ],
    rows: [
      ['测算', by, dayWord(dayOf(new Date(at))), '', ''],
      [
        '批准',
        done ? (decidedBy ?? '') : '',
        done && decidedAt ? dayWord(dayOf(new Date(decidedAt))) : '',
        [words[state], note].filter(Boolean).join('：'),
        '',
      ],
      ['财务', '', '', '', ''],
    ],
  };
}

function paymentTable({ lines }: Fund): DocTable {
  const rows = lines
    .flatMap(({ organization, payments }) =>
      payments.map((payment) => ({ ...payment, name: organization.name })),
    )
    .toSorted((a, b) => (a.paidOn < b.paidOn ? -1 : a.paidOn > b.paidOn ? 1 : a.id - b.id));
  return {
    title: '奖补资金拨付台账',
    columns: [
      { title: '日期', share: 3, align: 'center' },
      { title: '单位', share: 4 },
      { title: '金额（元）', share: 3, align: 'right', number: true },
      { title: '凭证号', share: 3, align: 'center' },
      { title: '登记人', share: 3, align: 'center' },
      { title: '备注', share: 5 },
    ],
    rows: rows.map(({ paidOn, name, amount, voucher, by, note, withdrawn }) => [
      paidOn,
      name,
      withdrawn ? `（已撤回）${money(amount)}` : money(amount),
      voucher,
      by,
      note,
    ]),
  };
}
