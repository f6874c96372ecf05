/** Handlers of `stagesApi`: calendars of stages, their templates, and what rules go by. */
import type { HandlersOf } from '../../contract/api/handlers';
import type { stagesApi } from '../../contract/api/rules';
import { Failure } from '../../contract/failure';
import type { Actor } from '../../contract/records/audit';
import type { Rule, StageCalendar, StageCalendarFields } from '../../contract/records/rule';
import { reason } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import { stageNamed } from '../../domain/judge/stage-ref';
import { copyOf, sameRule, TEMPLATES } from '../../domain/judge/templates';
import { inTurns } from '../loop';
import { type Reader, requireRecord, requireRev, settingsOf, type Tx } from '../store';
import { stageEffect } from './effect';
import type { RulesOptions } from './options';
import { refuseTooLarge } from './room-for';
import { addRule } from './rules';

/** Of the settings' list. */
const MOST_CATEGORIES = 100;

export function createStageHandlers({ store, clock }: RulesOptions): HandlersOf<typeof stagesApi> {
  return {
    list: () => [...store.all('stageCalendar')],

    templates: () =>
      TEMPLATES.map(({ key, calendar, rules }) => ({ key, calendar, rules: rules.map(({ name }) => name) })),

    copy: (asked, { actor }) =>
      // Its rules may be locks: what one person copies, no undo of that person takes away.
      store.commit({ command: 'stages.copy', actor }, (tx) => {
        const calendar = copyTemplate(tx, asked, actor, clock.now());
        refuseTooLarge(tx);
        return calendar;
      }),

    create: (fields, { actor }) =>
      store.commit({ command: 'stages.create', actor, undoable: true }, (tx) => {
        checkCalendar(tx, fields, null);
        const now = clock.now();
        return tx.put('stageCalendar', { id: newId(now), rev: 0, ...fields, createdAt: now });
      }),

    update: ({ id, rev, fields }, { actor }) =>
      store.commit({ command: 'stages.update', actor, undoable: true }, (tx) => {
        const held = requireRev(tx, 'stageCalendar', id, rev);
        checkCalendar(tx, fields, id);
        refuseMissing(tx, held, fields);
        return tx.put('stageCalendar', { ...held, ...fields });
      }),

    effect: (asked) => inTurns(stageEffect(store, asked, clock.now())),

    remove: ({ id }, { actor }) =>
      store.commit({ command: 'stages.remove', actor, undoable: true }, (tx) => {
        refuseHeld(tx, requireRecord(tx, 'stageCalendar', id));
        tx.remove('stageCalendar', id);
        return null;
      }),
  };
}

const placeOf = ({ name }: Rule) => reason('where.rule', { name });

function rulesBy(reader: Reader, goesBy: (calendarId: string, key: string) => boolean): Rule[] {
  return reader.all('rule').filter(({ time }) =>
    time.stages.some((ref) => {
      const { calendarId, key } = stageNamed(ref, () => undefined);
      return goesBy(calendarId, key);
    }),
  );
}

/** Rules go by it. @throws Failure inUse */
export function refuseHeld(reader: Reader, { id, name }: StageCalendar): void {
  const rules = rulesBy(reader, (calendarId) => calendarId === id);
  if (rules.length > 0) throw new Failure('inUse', { record: 'stageCalendar', name }, rules.map(placeOf));
}

/** A rule whose stage is gone would hold never. @throws Failure inUse */
export function refuseMissing(
  reader: Reader,
  { id, name }: StageCalendar,
  { stages }: Pick<StageCalendarFields, 'stages'>,
): void {
  const rules = rulesBy(reader, (calendarId, key) => calendarId === id && !stages.some((stage) => stage.key === key));
  if (rules.length > 0) throw new Failure('inUse', { record: 'stageCalendar', name }, rules.map(placeOf));
}

/** @throws Failure invalidInput */
export function checkCalendar(
  reader: Reader,
  { name, stages }: Pick<StageCalendarFields, 'name' | 'stages'>,
  own: string | null,
): void {
  const same = (other: string) => other.toLocaleLowerCase('id') === name.toLocaleLowerCase('id');
  const taken = reader.all('stageCalendar').some((each) => each.id !== own && same(each.name));
  const keys = new Set(stages.map(({ key }) => key));
  const reasons = [
    ...(taken ? [reason('rules.calendarTaken', { name })] : []),
    ...(keys.size < stages.length ? [reason('rules.stageTwice')] : []),
  ];
  if (reasons.length > 0) throw new Failure('invalidInput', { record: 'stageCalendar' }, reasons);
}

interface Asked {
  key: string;
  name: string;
  shiftDays: number;
}

function copyTemplate(tx: Tx, asked: Asked, actor: Actor, now: number): StageCalendar {
  const template = TEMPLATES.find(({ key }) => key === asked.key);
  if (!template) throw new Failure('notFound', { record: 'stageTemplate' });
  const id = newId(now);
  const copy = copyOf(template, { id, ...asked });
  checkCalendar(tx, copy.calendar, null);
  const calendar = tx.put('stageCalendar', { id, rev: 0, ...copy.calendar, createdAt: now });
  const held = tx.all('rule');
  for (const fields of copy.rules) if (!held.some((rule) => sameRule(rule, fields))) addRule(tx, fields, actor, now);
  nameCategories(tx, copy.categories);
  return calendar;
}

/** So that material can be said to be of them. */
function nameCategories(tx: Tx, wanted: readonly string[]): void {
  const settings = settingsOf(tx);
  const missing = wanted.filter((category) => !settings.categories.includes(category));
  const room = MOST_CATEGORIES - settings.categories.length;
  if (missing.length === 0 || room <= 0) return;
  tx.put('settings', { ...settings, categories: [...settings.categories, ...missing.slice(0, room)] });
}
