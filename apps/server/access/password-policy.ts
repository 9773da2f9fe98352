import { problems } from '../http/problem.ts';

const weak = [
  'password',
  'passw0rd',
  'qwerty',
  'qwer1234',
  'asdf1234',
  'admin',
  'administrator',
  'letmein',
  'welcome',
  'iloveyou',
  'hujian',
  'dangjian',
  'zuzhibu',
  'woaini',
  'abc123',
  'a1b2c3',
  '123456',
  '12345678',
  '1qaz2wsx',
  '111111',
  '000000',
  '666666',
  '888888',
  '5201314',
];

/** Throws bad-input unless the password is long, mixed, not guessable and not made of the user name. */
export function requireStrongPassword(password: string, userName: string): void {
  const message = findWeakness(password, userName);
  if (message) throw problems.badInput([{ path: 'password', message }], `口令不符合要求：${message}`);
}

/** What is wrong with the password, in Chinese; undefined when nothing is. */
export function findWeakness(password: string, userName: string): string | undefined {
  if ([...password].length < 10) return '至少10位。';
  if ([...password].length > 128) return '最多128位。';
  const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/].filter((pattern) => pattern.test(password)).length;
  if (classes < 3) return '大写字母、小写字母、数字、符号四类中至少含三类。';
  const plain = password.toLowerCase();
  if (userName && plain.includes(userName.toLowerCase())) return '不能含有用户名。';
  if (new Set(plain).size < 5) return '重复的字符太多。';
  // A weak word with a little added is still that word.
  const bare = plain.replaceAll(/[^a-z\d]/g, '');
  const found = weak.find((word) => bare.includes(word) && bare.length - word.length < 6);
  return found ? '过于常见，容易被猜到，请换一个。' : undefined;
}
