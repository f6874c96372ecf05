/** Handlers of the rules themselves: kept, changed, taken away, and every version of them remembered. */
import type { HandlersOf } from '../../contract/api/handlers';
import type { rulesApi } from '../../contract/api/rules';
import { Failure } from '../../contract/failure';
import type { Actor } from '../../contract/records/audit';
import type { Rule, RuleFields } from '../../contract/records/rule';
import { type Reason, reason } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import { stageNamed } from '../../domain/judge/stage-ref';
import { type Reader, requireRecord, requireRev, type Tx } from '../store';
import type { RulesOptions } from './options';
import { refuseTooLarge } from './room-for';

type Kept = Pick<HandlersOf<typeof rulesApi>, 'list' | 'create' | 'update' | 'remove' | 'versions'>;

export function createRuleHandlers({ store, clock }: RulesOptions): Kept {
  const heldAs = (id: string) => store.get('rule', id);
  return {
    list: () => [...store.all('rule')],

    create: (fields, { actor }) =>
      store.commit({ command: 'rules.create', actor, undoable: mayUndo(fields) }, (tx) => {
        checkRule(tx, fields);
        const rule = addRule(tx, fields, actor, clock.now());
        refuseTooLarge(tx);
        return rule;
      }),

    update: ({ id, rev, fields }, { actor }) =>
      store.commit({ command: 'rules.update', actor, undoable: mayUndo(fields, heldAs(id)) }, (tx) => {
        const held = requireRev(tx, 'rule', id, rev);
        checkRule(tx, fields);
        const now = clock.now();
        const rule = tx.put('rule', { ...held, ...fields, version: newestOf(tx, held) + 1 });
        remember(tx, rule, actor, now, false);
        refuseTooLarge(tx);
        return rule;
      }),

    remove: ({ id }, { actor }) =>
      store.commit({ command: 'rules.remove', actor, undoable: mayUndo(heldAs(id)) }, (tx) => {
        const held = requireRecord(tx, 'rule', id);
        const now = clock.now();
        remember(tx, { ...held, version: newestOf(tx, held) + 1 }, actor, now, true);
        tx.remove('rule', id);
        return null;
      }),

    versions: ({ id }) =>
      store
        .all('ruleVersion')
        .filter(({ ruleId }) => ruleId === id)
        .sort((a, b) => b.version - a.version),
  };
}

/** An undo would be one person's way round a lock. */
const mayUndo = (...rules: (Pick<RuleFields, 'does'> | undefined)[]): boolean =>
  rules.every((rule) => rule?.does.kind !== 'lock' && rule?.does.kind !== 'permit');

/** Puts a new rule and its first version. */
export function addRule(tx: Tx, fields: RuleFields, actor: Actor, now: number): Rule {
  const rule = tx.put('rule', { id: newId(now), rev: 0, ...fields, version: 1, createdAt: now, createdBy: actor.id });
  remember(tx, rule, actor, now, false);
  return rule;
}

const newestOf = (reader: Reader, { id, version }: Rule): number =>
  reader
    .all('ruleVersion')
    .reduce((newest, each) => (each.ruleId === id ? Math.max(newest, each.version) : newest), version);

function remember(tx: Tx, rule: Rule, actor: Actor, at: number, removed: boolean): void {
  const { id: ruleId, version, name, does, scope, time, source, validFrom, validTo, active } = rule;
  const fields = { name, does, scope, time, source, validFrom, validTo, active };
  tx.put('ruleVersion', { id: `${ruleId}:${version}`, rev: 0, ruleId, version, fields, at, by: actor.name, removed });
}

/** @throws Failure invalidInput */
export function checkRule(reader: Reader, { scope, time }: Pick<RuleFields, 'scope' | 'time'>): void {
  const missing = (record: 'display' | 'displayGroup', ids: readonly string[], code: string): Reason[] =>
    ids.some((id) => !reader.get(record, id)) ? [reason(code)] : [];
  const reasons = [
    ...missing('display', scope.displayIds, 'booking.noDisplay'),
    ...missing('displayGroup', scope.groupIds, 'booking.noGroup'),
    ...time.stages.filter((ref) => !stageAt(reader, ref)).map((ref) => reason('rules.noStage', { stage: ref })),
  ];
  if (reasons.length > 0) throw new Failure('invalidInput', { record: 'rule' }, reasons);
}

const stageAt = (reader: Reader, ref: string) => stageNamed(ref, (id) => reader.get('stageCalendar', id)).stage;
