import type { AppliesTo, Chapter, Edition, Item, Parameter } from '@hujian/engine';
import type { EditionSource } from '../../work.ts';
import { houseForm } from '../form/house-form.ts';
import type { Plain } from '../form/plain.ts';
import { sourceOfCheck } from './source-of-check.ts';

/** The source that an edition of the library was read from, or one that is read as the same edition. */
export function sourceOfEdition(edition: Edition): EditionSource {
  const { id, appliesTo, parameters, chapters, ...rest } = edition;
  return houseForm({
    edition: id,
    ...rest,
    appliesTo: sourceOfScope(appliesTo),
    parameters: Object.fromEntries(
      Object.entries(parameters).map(([name, parameter]) => [name, sourceOfParameter(parameter)]),
    ),
    chapters: chapters.map(sourceOfChapter),
  });
}

const usualForms = ['committee', 'general-branch', 'branch'];

function sourceOfScope({ kinds, levels, forms }: AppliesTo): Plain {
  const usual = forms.length === usualForms.length && usualForms.every((form, i) => forms[i] === form);
  return {
    ...(kinds.length > 0 ? { kind: kinds } : {}),
    ...(levels.length > 0 ? { level: levels } : {}),
    ...(usual ? {} : { form: forms }),
  };
}

function sourceOfParameter({ name: _name, ...parameter }: Parameter): Plain {
  return { ...parameter };
}

const sourceOfChapter = ({ number, title, items }: Chapter): Plain => ({
  number,
  title,
  items: items.map(sourceOfItem),
});

function sourceOfItem({ checks, examples, ...item }: Item): Plain {
  return { ...item, checks: checks.map((check) => sourceOfCheck(check, item.strictness)), examples };
}
