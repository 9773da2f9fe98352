import { readFileSync } from 'node:fs';
import { parseEdition, parseVocabulary } from '/work/main/packages/engine/src/index.ts';

const v = parseVocabulary(readFileSync('/work/main/standards/vocabulary.yaml', 'utf8'));
console.log(v.errors);
if (v.vocabulary)
  for (const f of process.argv.slice(2)) {
    const r = parseEdition(readFileSync(f, 'utf8'), v.vocabulary);
    console.log(r.errors.slice(0, 20));
    console.log(r.edition && r.edition.chapters.length);
  }
