import { Document, isCollection, isMap, isPair, isScalar, isSeq, visit } from 'yaml';
import type { EditionSource } from '../../work.ts';
import { houseForm } from '../form/house-form.ts';

/** Keys of an item's check and of the edition whose contents stand in one line. */
const IN_LINE = new Set([
  'flow',
  'source',
  'appliesTo',
  'who',
  'among',
  'figures',
  'activities',
  'activity',
  'documents',
  'event',
  'only',
  'window',
  'compare',
  'atLeast',
  'moreThan',
  'atMost',
  'lessThan',
  'share',
  'validMonths',
  'when',
  'moves',
]);
/** Lists of which each entry stands in a line of its own. */
const LINE_EACH = new Set(['basis', 'examples', 'anyOf']);

/** An edition as the house writes standards/<standard>/<label>.yaml. */
export function writeYaml(source: EditionSource): string {
  const document = new Document(houseForm(source), { aliasDuplicateObjects: false });
  visit(document, {
    Pair: (_key, pair, path) => {
      const name = isScalar(pair.key) ? String(pair.key.value) : '';
      if (!isCollection(pair.value)) return undefined;
      const depth = path.filter(isPair).length;
      if (depth > 0 && IN_LINE.has(name)) pair.value.flow = true;
      else if (name === 'appliesTo') pair.value.flow = true;
      else if (LINE_EACH.has(name) && isSeq(pair.value))
        for (const entry of pair.value.items) if (isCollection(entry)) entry.flow = true;
      if (depth === 0 && name === 'parameters' && isMap(pair.value))
        for (const entry of pair.value.items) if (isCollection(entry.value)) entry.value.flow = true;
      return pair.value.flow ? visit.SKIP : undefined;
    },
  });
  return document.toString({ lineWidth: 0 });
}
