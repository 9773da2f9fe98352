import type { Edition } from '../grammar/edition.ts';
import { below, type Place, type Report } from '../parse/report.ts';
import { toThousandths } from '../parse/share-points.ts';
import { checkCheck } from './check-check.ts';
import { checkParameters } from './check-parameters.ts';

/** What can only be seen when all of an edition has been read. */
export function checkEdition(edition: Edition, report: Report): void {
  const root: Place = { path: [], words: '', item: null };
  checkParameters(edition, report, root);
  checkCodes(edition, report, root);
  edition.chapters.forEach((chapter, c) => {
    chapter.items.forEach((item, i) => {
      const place: Place = {
        path: ['chapters', c, 'items', i],
        words: `条目 ${item.code}`,
        item: item.code,
      };
      checkItemPoints(item.points, item.checks, report, place);
      const seen = new Set<string>();
      item.checks.forEach((check, k) => {
        const at: Place = { ...below(place, 'checks', k), words: `条目 ${item.code} 检查 ${check.id}` };
        if (seen.has(check.id)) report.add(below(at, 'id'), 'id 与本条目的另一个检查重复，请改名');
        seen.add(check.id);
        checkCheck(check, edition, report, at);
      });
      if (item.checks.length === 0) report.add(below(place, 'checks'), '至少要有一个检查');
    });
  });
}

function checkItemPoints(
  points: number,
  checks: Edition['chapters'][number]['items'][number]['checks'],
  report: Report,
  place: Place,
): void {
  const given = checks.reduce((sum, c) => sum + c.share, 0);
  if (given > toThousandths(points)) {
    report.add(
      below(place, 'points'),
      `各检查的 points 合计 ${given / 1000} 分，超过条目的 ${points} 分，请改小`,
    );
  }
  const moving = checks.filter((c) => c.strictness === 'must' && c.moves.way !== 'bonus');
  const fixed = moving.every((c) => 'points' in c.moves && c.moves.points !== undefined);
  if (moving.length > 0 && fixed && given < toThousandths(points)) {
    report.add(
      below(place, 'points'),
      `各检查的 points 合计 ${given / 1000} 分，不到条目的 ${points} 分，请补足，或去掉其中一个的 points`,
    );
  }
}

function checkCodes(edition: Edition, report: Report, root: Place): void {
  const seen = new Set<string>();
  let sum = 0;
  edition.chapters.forEach((chapter, c) => {
    chapter.items.forEach((item, i) => {
      const place: Place = {
        path: ['chapters', c, 'items', i, 'code'],
        words: `条目 ${item.code}`,
        item: item.code,
      };
      if (seen.has(item.code)) report.add(place, '条目代码重复，每个条目要有自己的代码');
      seen.add(item.code);
      sum += toThousandths(item.points);
    });
  });
  if (sum !== toThousandths(edition.fullMarks)) {
    report.add(
      below(root, 'fullMarks'),
      `各条目分值合计 ${sum / 1000} 分，与 fullMarks 的 ${edition.fullMarks} 分不等，请改其中一处`,
    );
  }
}
