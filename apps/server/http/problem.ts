/** One complaint about one field. */
export interface Issue {
  path: string;
  message: string;
}

/** A refused request. Thrown, never sent: the error handler alone turns it into an answer. */
export class Problem extends Error {
  override name = 'Problem';
  readonly status: number;
  readonly code: string;
  readonly issues: Issue[] | undefined;

  constructor(status: number, code: string, message: string, issues?: Issue[], options?: ErrorOptions) {
    super(message, options);
    this.status = status;
    this.code = code;
    this.issues = issues;
  }
}

/** The catalogue: every way in which a request can be refused. Messages say what happened, where, and what to do. */
export const problems = {
  badInput: (issues: Issue[], message = '提交的内容有误，请按提示改正后再提交。') =>
    new Problem(400, 'bad-input', message, issues),
  notSignedIn: () => new Problem(401, 'not-signed-in', '您还没有登录，或因长时间未操作已退出，请重新登录。'),
  wrongSignIn: () =>
    new Problem(401, 'wrong-sign-in', '用户名或口令不对。连续输错五次，账号将锁定十五分钟。'),
  wrongCode: () => new Problem(401, 'wrong-code', '动态口令不对或已过期，请核对手机时间后输入新的六位数字。'),
  forbidden: (what = '这项操作') =>
    new Problem(403, 'forbidden', `您现在的角色不能进行${what}；如工作需要，请联系安全管理员授予角色。`),
  /** Held by the role, but not in this place. */
  refused: (message: string) => new Problem(403, 'forbidden', message),
  totpRequired: () =>
    new Problem(403, 'totp-required', '您的角色要求启用动态口令。请先在“账号安全”中启用，再继续使用。'),
  foreignOrigin: () =>
    new Problem(403, 'foreign-origin', '请求不是从本系统的页面发出的，已拒绝。请在本系统页面中操作。'),
  notFound: (what = '您要找的内容') =>
    new Problem(404, 'not-found', `没有找到${what}：它不存在，或不在您的管理范围内。请核对后重试。`),
  conflict: (message: string) => new Problem(409, 'conflict', message),
  linkSpent: () =>
    new Problem(409, 'link-spent', '这个一次性链接已经用过、已过期或不完整，请向管理员索取新的链接。'),
  tooLarge: (message = '提交的内容太大，请拆分后再提交。') => new Problem(413, 'too-large', message),
  unprocessable: (message: string, issues?: Issue[]) => new Problem(422, 'unprocessable', message, issues),
  tooMany: (message = '操作过于频繁，请稍后再试。') => new Problem(429, 'too-many', message),
  locked: (minutes: number) =>
    new Problem(429, 'locked', `连续输错次数过多，此用户名已锁定，请约${minutes}分钟后再试。`),
  internal: (number: string) =>
    new Problem(
      500,
      'internal',
      `系统内部出错，这次操作没有生效。请稍后重试；如仍出错，请告诉管理员编号${number}。`,
    ),
  diskFull: () =>
    new Problem(
      500,
      'disk-full',
      '服务器磁盘空间已满，这次操作没有生效，原有数据不受影响。请联系系统管理员清理磁盘。',
    ),
  busy: () => new Problem(503, 'busy', '数据库暂时连接不上或正忙，这次操作没有生效，请稍后重试。'),
} as const;
