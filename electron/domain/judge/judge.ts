/**
 * May this air, there, then? Pure, and asked wherever anything reaches an output: booking, compile, takeover, cue, cart, feed,
 * download, and by the display at play time, also offline.
 *
 * - One refusal is enough: nothing that another rule says takes it back.
 * - Without a book whose signature holds nothing airs but an emergency's own words.
 * - Under a lock what is unknown is refused; only a rule that says so (`permit`) lets it through.
 */
import type { BookRule } from '../../contract/records/rulebook';
import { type Reason, reason } from '../../contract/scalars';
import { capReached, isFull } from './caps';
import { lockAgainst } from './locks';
import { appliesAt, appliesThrough } from './open';
import { readPapers } from './papers';
import {
  type Because,
  type Context,
  EMERGENCY_CATEGORY,
  type Matter,
  type OpenBook,
  type Place,
  type Verdict,
} from './types';

/** Of most verdicts, made once. */
const ALLOWED: Verdict = Object.freeze({ allowed: true, because: Object.freeze([]) });

/** @param at epoch ms */
export function judge(matter: Matter, place: Place, at: number, context: Context): Verdict {
  const said: Because[] = [];
  const { book, clock } = context;
  // A time before one that is certainly past is not the time: days that were over then are over now.
  const sure = clock.trusted ? at : Math.max(at, clock.sureOf);
  readPapers(matter, sure, said);
  if (book) readRules(matter, place, { at, sure }, context, book, said);
  else if (matter.category !== EMERGENCY_CATEGORY || matter.assetId !== null)
    said.push({ effect: 'refuse', reason: reason('judge.unsigned', { name: matter.name }), ruleId: null });
  if (said.length === 0) return ALLOWED;
  return { allowed: !said.some(({ effect }) => effect === 'refuse'), because: said };
}

/** What was asked about, and the same where it can be so; rules hold at either. */
interface When {
  at: number;
  sure: number;
}

function readRules(
  matter: Matter,
  place: Place,
  { at, sure }: When,
  context: Context,
  book: OpenBook,
  said: Because[],
): void {
  const rules = book.rulesFor(matter, place);
  if (rules.length === 0) return;
  const { zone } = book.book;
  const permit = rules.find(
    (rule) =>
      rule.does.kind === 'permit' &&
      (context.clock.trusted ? appliesAt(rule, at, zone) : appliesThrough(rule, context.clock)),
  );
  let used = false;
  for (const rule of rules) {
    if (rule.does.kind === 'lock') {
      const against = lockAgainst(rule, matter, at, context.clock, book, permit !== undefined);
      if (against) said.push({ effect: 'refuse', reason: against, ruleId: rule.id });
      else if (permit && !book.knows(matter.category)) used = true;
    } else if (appliesAt(rule, at, zone) || (sure !== at && appliesAt(rule, sure, zone))) {
      const because = becauseOf(rule, matter, place, at, context);
      if (because) said.push(because);
    }
  }
  if (used && permit)
    said.push({ effect: 'permit', reason: ofRule('judge.permitted', permit, matter), ruleId: permit.id });
}

function becauseOf(rule: BookRule, matter: Matter, place: Place, at: number, { used }: Context): Because | null {
  const { does, id: ruleId } = rule;
  switch (does.kind) {
    case 'refuse':
      return { effect: 'refuse', reason: ofRule('judge.refused', rule, matter), ruleId };
    case 'warn':
      return { effect: 'warn', reason: ofRule('judge.warned', rule, matter), ruleId };
    case 'longest':
      if (matter.ms <= does.ms) return null;
      return { effect: 'refuse', reason: ofRule('judge.tooLong', rule, matter, { seconds: does.ms / 1000 }), ruleId };
    case 'cap':
      if (!used || !isFull(does, used(rule, matter, place, at), matter.ms)) return null;
      return { effect: 'refuse', reason: capReached(rule, matter.name), ruleId };
    case 'permit':
    case 'lock':
      return null;
    default:
      return does satisfies never;
  }
}

const ofRule = (code: string, rule: BookRule, matter: Matter, more: Reason['params'] = {}): Reason =>
  reason(code, { name: matter.name, rule: rule.name, source: rule.source, ...more });

/** The refusals alone, as sentences. */
export const refusalsOf = ({ because }: Verdict): Reason[] =>
  because.filter(({ effect }) => effect === 'refuse').map(({ reason: why }) => why);
