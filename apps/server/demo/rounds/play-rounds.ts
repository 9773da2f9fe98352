import type { Page, RoundRow, UnitClass } from '@hujian/contract';
import { createApp } from '../../http/create-app.ts';
import type { Services } from '../../http/services.ts';
import type { DemoAccount } from '../demo-accounts.ts';
import type { Quality } from '../quality.ts';
import type { Branch, Tree } from '../tree.ts';
import { enterAs } from './officer.ts';
import { playFinished } from './play-finished.ts';
import { playRunning } from './play-running.ts';

const classOf: Record<Quality, UnitClass> = { good: 'leading', middling: 'middle', weak: 'lagging' };

/**
 * Two rounds of the first township, through the program's own routes: one that has been judged and is shown for
 * objections, one with visits from today on, to be rated on the phone. Returns how many there are.
 */
export async function playRounds(
  services: Services,
  tree: Tree,
  { accounts, today }: { accounts: readonly DemoAccount[]; today: string },
): Promise<number> {
  const app = await createApp(services, { host: '127.0.0.1' });
  try {
    const enter = (role: DemoAccount['role']) => {
      const account = accounts.find((one) => one.role === role);
      if (!account) throw new Error(`the demo has no account for ${role}`);
      return enterAs(app, services, account);
    };
    const [county, township] = [await enter('county-officer'), await enter('township-officer')];
    const place = tree.townships[0];
    if (!place) throw new Error('the demo has no township');
    const villages = tree.branches.filter(
      (branch) => branch.township === place && branch.place.closed === null,
    );
    await county.post('/ranking-bases', {
      organization: tree.county.id,
      document: '青禾县基层党建互学互帮互鉴活动办法',
      number: '青组发〔2025〕8号',
      issuer: '青禾县委组织部',
      issuedOn: '2025-01-02',
      validUntil: `${Number(today.slice(0, 4)) + 2}-12-31`,
    });
    await county.post('/liaisons', {
      organization: place.id,
      name: '演示联系人',
      post: '县委组织部组织科',
      account: null,
      validFrom: '2025-01-02',
      validUntil: null,
    });
    for (const village of villages) await decideClass(township, village);
    const context = { services, county, township, place, villages, today };
    await playFinished(context);
    await playRunning(context);
    return (await township.get<Page<RoundRow>>('/rounds')).rows.length;
  } finally {
    await app.close();
  }
}

async function decideClass(
  township: Awaited<ReturnType<typeof enterAs>>,
  { place, diligence }: Branch,
): Promise<void> {
  await township.post('/classes', {
    organization: place.id,
    class: classOf[diligence.quality],
    validFrom: '2026-01-10',
    reason: '上年度考评和日常了解',
  });
}
