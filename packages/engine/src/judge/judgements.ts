import type { Check } from '../grammar/check.ts';
import { itemsOf } from '../grammar/edition.ts';
import type { Item } from '../grammar/item.ts';
import { FactReader } from '../measure/fact-reader.ts';
import type { OrganizationFacts } from '../measure/facts.ts';
import { measureInScope } from '../measure/measure-in-scope.ts';
import type { Plan } from '../plan/plan-evaluation.ts';
import type { Frame } from '../plan/probes.ts';
import { shortText } from '../sentence/short-text.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { judgeCheck } from './judge-check.ts';
import { judgeItem } from './judge-item.ts';
import { checksOf, FactTexts, firstDayOf, type Question, questionOf } from './questions.ts';
import type { CheckStanding, ItemStanding } from './standing.ts';

/** So many different answers of a check, or of an item, are held; a city has more than a county, memory is bounded. */
const mostHeld = 2000;

interface Numbered {
  readonly number: number;
  readonly standing: CheckStanding;
}

/** What was judged of one check so far, by the text of the facts that it read. */
interface JudgedCheck {
  readonly check: Check;
  readonly question: Question;
  readonly byText: Map<string, Numbered>;
}

interface JudgedItem {
  readonly item: Item;
  readonly checks: readonly JudgedCheck[];
  /** By the numbers of its checks' standings. */
  readonly byNumbers: Map<string, ItemStanding>;
}

/**
 * The judgements under one frame. Most branches of a county look alike to most checks: where everything that a check
 * reads is the same, so is its standing, and it is worked out once.
 */
export class Judgements {
  readonly #plan: Plan;
  readonly #frame: Frame;
  readonly #vocabulary: Vocabulary;
  readonly #firstDay: string;
  readonly #items: readonly JudgedItem[];
  #numbers = 0;

  constructor(plan: Plan, frame: Frame, vocabulary: Vocabulary) {
    this.#plan = plan;
    this.#frame = frame;
    this.#vocabulary = vocabulary;
    this.#firstDay = firstDayOf(plan, checksOf(plan.edition));
    this.#items = itemsOf(plan.edition).map((item) => ({
      item,
      checks: item.checks.map((check) => ({
        check,
        question: questionOf(plan, check, frame),
        byText: new Map(),
      })),
      byNumbers: new Map(),
    }));
  }

  judge(facts: OrganizationFacts): ItemStanding[] {
    const texts = new FactTexts(facts, this.#firstDay);
    const reader = new FactReader(this.#plan, facts);
    return this.#items.map((judged) => this.#judgeItem(judged, texts, reader));
  }

  #judgeItem({ item, checks, byNumbers }: JudgedItem, texts: FactTexts, reader: FactReader): ItemStanding {
    const found = checks.map((judged) => this.#judgeCheck(judged, item, texts, reader));
    const key = found.map(({ number }) => number).join(' ');
    const known = byNumbers.get(key);
    if (known) return known;
    const standing = judgeItem(
      item,
      found.map((one) => one.standing),
    );
    return hold(byNumbers, key, standing);
  }

  #judgeCheck(judged: JudgedCheck, item: Item, texts: FactTexts, reader: FactReader): Numbered {
    const { check, question, byText } = judged;
    const text = texts.of(question);
    const known = byText.get(text);
    if (known) return known;
    const { values } = this.#frame;
    const standing = judgeCheck(check, item, measureInScope(check, this.#frame, reader), values);
    const short = shortText(check, standing, values, this.#vocabulary);
    this.#numbers += 1;
    return hold(byText, text, {
      number: this.#numbers,
      standing: short === undefined ? standing : { ...standing, short },
    });
  }
}

function hold<Held>(held: Map<string, Held>, key: string, value: Held): Held {
  if (held.size >= mostHeld) held.clear();
  held.set(key, value);
  return value;
}
