import { tellActivities } from './activities.ts';
import type { CountyPlan } from './county-plan.ts';
import { openRegisters, tellLedgers } from './ledgers.ts';
import { fillRoster, type SealPerson } from './people.ts';
import { fillPosts } from './posts.ts';
import { type Batch, createBatch } from './rows.ts';
import { createNextId, openScene } from './scene.ts';
import { plantTree, type Tree } from './tree.ts';
import { recordTree } from './tree-rows.ts';
import { isUnderAssistance, listTroubles, recordTroubles } from './troubles.ts';
import type { Words } from './words.ts';

export interface Telling {
  plan: CountyPlan;
  words: Words;
  /** What is looked at on site: '<standard>/<item>/<check>'. */
  looks: readonly string[];
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
    const troubles = branch.place.kind === 'rural' ? listTroubles(scene, telling.words.events) : [];
    const people = fillRoster(scene, telling.seal);
    const team = fillPosts(scene, people, isUnderAssistance(troubles));
    tellActivities(scene, people, team, telling.words);
    tellLedgers(scene, people, telling.words, telling.looks);
    recordTroubles(scene, troubles, telling.words.names);
    if ((index + 1) % branchesAtOnce === 0) {
      yield batch;
      batch = createBatch();
    }
  }
  yield batch;
}
