import type { Reason } from '@hujian/reader';

/** The reader's reasons in the officer's words. A new reason does not compile until it can be said. */
const SAID = {
  'page number': '页码。',
  'table of contents': '目录。',
  'web page around the text': '网页上正文以外的文字。',
  'title printed again': '标题重复出现。',
  'label of an attachment': '附件的标签。',
  preamble: '正文之前的说明，没有可考评的要求。',
  'supplementary provisions': '附则。',
  'words before the items of a chapter': '章节开头的引语，要求写在后面的条目里。',
  'prose under a heading without items': '只有说明，没有分条的要求。',
  'another paper in the same file': '同一个文件里的另一份材料。',
  'signature or date': '落款或日期。',
  'field of the form': '表格里供填写的栏。',
  'table header': '表头。',
  'weight of an indicator': '指标的权重。',
  'heading of a group of items': '几条之上的小标题。',
  'how the total is graded': '按总分评定等次的说明。',
  'filled in by the person who scores': '留给评分人填写的栏。',
  'row of totals': '合计行。',
  note: '注释。',
  'table without items': '表里没有条目。',
  'prose around the table': '表格前后的文字。',
  'not placed by the reader': '没有认出它属于哪一条。',
  'number without words': '只有序号，没有文字。',
} as const satisfies Record<Reason, string>;

const said: Readonly<Record<string, string>> = SAID;

export const sayLeft = (why: string): string => said[why] ?? why;
