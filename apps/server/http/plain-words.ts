import type * as z from 'zod';

const units: Record<string, string> = { string: '个字', array: '项' };

/** What is wrong with a field, in the words of a form: 不能为空、最多40个字、应为日期. Undefined: the library's own words. */
export function plainWords(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? '没有填写' : expected(issue.expected);
    case 'too_small': {
      const unit = units[issue.origin];
      const least = String(issue.minimum);
      if (unit === undefined) return issue.inclusive === false ? `应大于${least}` : `不能小于${least}`;
      return least === '1' ? '不能为空' : `至少${least}${unit}`;
    }
    case 'too_big': {
      const unit = units[issue.origin];
      const most = String(issue.maximum);
      if (unit === undefined) return issue.inclusive === false ? `应小于${most}` : `不能大于${most}`;
      return `最多${most}${unit}`;
    }
    case 'invalid_format':
      return issue.format === 'date' ? '应为实际存在的日期，如2026-03-31' : '格式不对';
    case 'invalid_value':
      return `应为下列之一：${issue.values.map(String).join('、')}`;
    case 'unrecognized_keys':
      return `不认识的内容：${issue.keys.join('、')}`;
    default:
      return undefined;
  }
}

function expected(type: string): string {
  switch (type) {
    case 'number':
    case 'int':
      return '应为数字';
    case 'boolean':
      return '应为是或否';
    case 'string':
      return '应为文字';
    default:
      return '格式不对';
  }
}
