import { randomBytes } from 'node:crypto';
import { getSqlState } from '../database/sql-state.ts';
import { Problem, problems } from './problem.ts';

/** What the database (or the web server) threw, as a refusal that a person can read. The only such place. */
export function translateError(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  return fromDatabase(getSqlState(thrown)) ?? fromFastify(thrown) ?? problems.internal(makeNumber());
}

function fromDatabase(state: string | undefined): Problem | undefined {
  switch (state) {
    case undefined:
      return undefined;
    case '53100':
    case 'ENOSPC':
      return problems.diskFull();
    case '23505':
      return problems.conflict('已经有一条相同的记录。请刷新页面核对，不必重复录入。');
    case '23503':
      return problems.unprocessable('所引用的组织、人员或批次不存在。请刷新页面后重新选择。');
    case '23514':
    case '23502':
      return problems.unprocessable('有的数值超出允许的范围或缺少必填内容，请检查日期先后和数量后再提交。');
    case '22003':
    case '22001':
      return problems.unprocessable('有的数值过大或文字过长，请检查后再提交。');
    case '22021':
    case '22P05':
      return problems.badInput([], '内容里有不能保存的控制字符，请删去后再提交。');
    case '42501':
      return problems.notFound();
    case 'HJ001':
      return problems.conflict('这条内容已经固化，不能改动。如有错误，请另行更正。');
    case '40001':
    case '40P01':
    case '55P03':
      return problems.conflict('别人正在改动同一处内容，这次操作没有生效，请重试。');
    case '57014':
      return problems.busy();
    default:
      return /^(08|57P|53|ECONN|EPIPE|ETIMEDOUT)/.test(state) ? problems.busy() : undefined;
  }
}

function fromFastify(thrown: unknown): Problem | undefined {
  if (!(thrown instanceof Error)) return undefined;
  const status = 'statusCode' in thrown ? thrown.statusCode : undefined;
  if (status === 413) return problems.tooLarge();
  if (status === 415) return new Problem(415, 'bad-media-type', '请求的内容类型不对，应为JSON。');
  if (typeof status === 'number' && status >= 400 && status < 500)
    return problems.badInput([], '请求的格式不对，无法读取；请刷新页面后重试。');
  return undefined;
}

const makeNumber = (): string => randomBytes(3).toString('hex');
