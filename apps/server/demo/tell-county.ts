import { tellActivities } from './activities.ts';
import type { CountyPlan } from './county-plan.ts';
import { openRegisters, tellLedgers } from './ledgers.ts';
import type { Asked } from './list-asked.ts';
import { fillRoster, type SealPerson } from './people.ts';
import { fillPosts } from './posts.ts';
import { type Batch, createBatch } from './rows.ts';
import { createNextId, openScene } from './scene.ts';
import { type Kind, plantTree, type Tree } from './tree.ts';
import { recordTree } from './tree-rows.ts';
import { isUnderAssistance, listTroubles, recordTroubles } from './troubles.ts';
import type { Words } from './words.ts';

export interface Telling {
  plan: CountyPlan;
  words: Words;
  /** What the standards ask of each kind of organization. */
  asked: (kind: Kind) => Asked;
  seal: SealPerson;
}

/** How many branches are told before they are written: bounds the memory. */
const branchesAtOnce = 3;

/** The whole county, branch by branch: the same plan gives the same rows in the same order. */
export function* tellCounty(telling: Telling, tree: Tree = plantTree(telling.plan)): Generator<Batch> {
  const next = createNextId();
  let batch = createBatch();
  recordTree({ plan: telling.plan, tree, batch, next });
  for (const [index, branch] of tree.branches.entries()) {
    const scene = openScene(telling.plan, tree.county.id, branch, next, batch);
    openRegisters(scene);
    const asked = telling.asked(branch.place.kind ?? 'rural');
    const troubles = listTroubles(scene, telling.words.events, asked.events);
    const people = fillRoster(scene, telling.seal);
    const team = fillPosts(scene, people, isUnderAssistance(troubles));
    tellActivities(scene, people, team, telling.words);
    tellLedgers(scene, people, telling.words, asked);
    recordTroubles(scene, troubles, telling.words.names);
    if ((index + 1) % branchesAtOnce === 0) {
      yield batch;
      batch = createBatch();
    }
  }
  yield batch;
}
