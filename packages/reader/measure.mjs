#!/usr/bin/env node
// Reads every labelled document with the reader and prints how well it did, one line for each.
//
//   node packages/reader/measure.mjs [--all] [--more=FOLDER:FOLDER] [NAME…]
//
// --all  prints what is missed and what is too much, item by item.
// --more labels and texts outside of the repository: FOLDER with labels, FOLDER with texts. A label NAME.json is
//        compared with every text that has an edition of its title.
// Without it the documents of packages/reader/corpus are read.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { printDraft } from './src/draft/print-draft.ts';
import { readDraft } from './src/draft/read-draft.ts';
import { compareDrafts } from './src/measure/compare-drafts.ts';

const { openSource } = await import('./src/source/open-source.ts');

const here = dirname(fileURLToPath(import.meta.url));
const args = process.argv.slice(2);
const all = args.includes('--all');
const more = args.find((a) => a.startsWith('--more='))?.slice(7);
const names = args.filter((a) => !a.startsWith('--'));

const list = (v) => (Array.isArray(v) ? v : [v]);
const gold = (path) => JSON.parse(readFileSync(path, 'utf8'));

function corpus() {
  const folder = join(here, 'corpus');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((f) => f.endsWith('.gold.json'))
    .flatMap((f) => {
      const stem = f.slice(0, -'.gold.json'.length);
      // NAME.1.gold.json and NAME.2.gold.json are the editions of one document.
      const base = join(folder, stem.replace(/\.\d$/, ''));
      const file = ['docx', 'xlsx', 'txt', 'html'].map((e) => `${base}.${e}`).find(existsSync);
      return file
        ? list(gold(join(folder, f))).map((label, i) => ({
            name: i === 0 ? stem : `${stem} ${i + 1}`,
            file,
            label,
          }))
        : [];
    });
}

function outside(folders) {
  const [labels, texts] = folders.split(':');
  const files = readdirSync(texts).map((f) => join(texts, f));
  return readdirSync(labels)
    .filter((f) => f.endsWith('.json'))
    .flatMap((f) => {
      const label = gold(join(labels, f));
      const first = (s) => s.normalize('NFKC').replace(/\s/g, '');
      return files
        .filter((file) => first(readFileSync(file, 'utf8')).includes(first(label.title)))
        .map((file) => ({ name: `${f.slice(0, -5)} ${basename(file).slice(0, 3)}`, file, label }));
    });
}

const drafts = new Map();
async function draftOf(file) {
  if (!drafts.has(file)) {
    const bytes = new Uint8Array(readFileSync(file));
    const from = performance.now();
    const source = await openSource(bytes, basename(file));
    const opened = performance.now();
    const draft = list(printDraft(readDraft(source)));
    drafts.set(file, { draft, ms: `${Math.round(opened - from)}+${Math.round(performance.now() - opened)}` });
  }
  return drafts.get(file);
}

const f = (v) => (v.none ? '    –' : v.value.toFixed(3)).padEnd(6);
const jobs = more ? outside(more) : corpus();
console.log(`${'document'.padEnd(34)} items chapt title check codes veto  strict point deduc bonus docs  ms`);
for (const { name, file, label } of jobs) {
  if (names.length > 0 && !names.some((n) => name.includes(n))) continue;
  try {
    const { draft, ms } = await draftOf(file);
    const r = compareDrafts(label, draft);
    const columns = [
      r.items,
      r.chapters,
      r.titles,
      r.checks,
      r.activities,
      r.vetoes,
      r.strictness,
      r.points,
      r.deductions,
      r.bonuses,
      r.documents,
    ];
    console.log(`${name.padEnd(34)} ${columns.map(f).join('')} ${ms}`);
    if (all) for (const line of r.differences) console.log(`    ${line}`);
  } catch (error) {
    console.log(`${name.padEnd(34)} ${error.message.split('\n')[0]}`);
  }
}
