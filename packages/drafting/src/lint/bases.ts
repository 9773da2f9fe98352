import type { Basis } from '@hujian/engine';
import { find, type LintRule } from './linted.ts';

const lacks = ({ issuer, date }: Basis): string[] => [
  ...(issuer ? [] : ['制发单位']),
  ...(date ? [] : ['日期']),
];

/** What the edition and its numbers rest on. */
export const bases: LintRule = ({ edition }) => {
  const own = edition.basis.flatMap((basis) => {
    const missing = lacks(basis);
    if (missing.length === 0) return [];
    const text = `依据《${basis.document}》没有写${missing.join('和')}。请补上，发布和追溯时要给基层看。`;
    return [find('basis-missing', 'warning', null, null, text)];
  });
  const none =
    edition.basis.length === 0
      ? [find('basis-missing', 'error', null, null, '没有写依据的文件。请写明文件名、制发单位和日期。')]
      : [];
  const numbers = Object.values(edition.parameters).filter(({ values }) =>
    values.some(({ basis }) => lacks(basis).length > 0),
  );
  if (numbers.length === 0) return [...none, ...own];
  const titles = numbers.slice(0, 3).map(({ title }) => `“${title}”`);
  const more = numbers.length > titles.length ? `等${numbers.length}个数` : '';
  const text = `${titles.join('、')}${more}的依据没有写全（制发单位、日期）。请补上，追溯时要能说出这个数从哪里来。`;
  return [...none, ...own, find('basis-missing', 'warning', null, null, text)];
};
