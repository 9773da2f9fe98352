import { ask, Problem } from './door.ts';

/** Sign-in goes through better-auth's own routes; its English codes become our sentences here. */

const sentences: Record<string, string> = {
  INVALID_USERNAME_OR_PASSWORD: '用户名或口令不对。请核对后再试；连续输错5次，账号会锁定一段时间。',
  INVALID_EMAIL_OR_PASSWORD: '用户名或口令不对。请核对后再试；连续输错5次，账号会锁定一段时间。',
  INVALID_PASSWORD: '口令不对。请重新输入。',
  INVALID_USERNAME: '用户名的写法不对。用户名由字母、数字、点和下划线组成。',
  USERNAME_TOO_SHORT: '用户名太短。请核对后再试。',
  USERNAME_TOO_LONG: '用户名太长。请核对后再试。',
  INVALID_CODE: '动态口令不对。请用手机上最新的6位数字；若总是不对，请校准手机的时间。',
  INVALID_TWO_FACTOR_COOKIE: '等待动态口令的时间太长。请回到登录页重新输入口令。',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: '动态口令输错的次数太多。请回到登录页重新输入口令。',
};

async function askAuth<T>(path: string, body: unknown): Promise<T> {
  try {
    return await ask<T>(`/auth${path}`, { method: 'POST', body });
  } catch (failure) {
    if (!(failure instanceof Problem)) throw failure;
    const known = sentences[failure.code];
    const limited = failure.status === 429 ? '试的次数太多。请过几分钟再试。' : undefined;
    const foreign = /[\u4e00-\u9fff]/.test(failure.message)
      ? failure.message
      : '没有办成。请核对填写的内容后再试。';
    throw new Problem(failure.status, failure.code, known ?? limited ?? foreign, failure.issues);
  }
}

export interface SignedIn {
  twoFactorRedirect?: boolean;
}

export function signIn(username: string, password: string): Promise<SignedIn> {
  return askAuth<SignedIn>('/sign-in/username', { username, password });
}

export function signOut(): Promise<unknown> {
  return askAuth('/sign-out', {});
}

export function verifyCode(code: string): Promise<unknown> {
  return askAuth('/two-factor/verify-totp', { code });
}

export function verifyBackupCode(code: string): Promise<unknown> {
  return askAuth('/two-factor/verify-backup-code', { code });
}

export interface Enrolment {
  totpURI: string;
  backupCodes: string[];
}

export function startEnrolment(password: string): Promise<Enrolment> {
  return askAuth<Enrolment>('/two-factor/enable', { password });
}
