/** The hoax desk: handlers of `hoaxesApi`, and its cases as CSV. Read `clarify` first, then `publish.ts`. */
import type { Caller, HandlersOf } from '../../contract/api/handlers';
import type { HoaxQuery, hoaxesApi } from '../../contract/api/hoaxes';
import { Failure } from '../../contract/failure';
import type { Card, CardContent } from '../../contract/records/card';
import type { Clarification, HoaxCase, HoaxReport } from '../../contract/records/hoax-case';
import type { Language, Role } from '../../contract/records/user';
import { type Reason, reason } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import { measuresOf } from '../../domain/hoaxes/measure';
import { madeAnew, requireRecord, requireRev, settingsOf, type Tx } from '../store';
import { type Answered, type AnsweredNeed, watchAnswered } from './answered';
import { csvRows } from './csv';
import { casePage } from './page';
import { isShown, placesOf } from './places';
import { type PublishNeed, publish } from './publish';
import { nameOf } from './read-out';
import { seenBy } from './seen-by';
import { takeOff } from './take-off';

export type HoaxesOptions = AnsweredNeed & PublishNeed;

export interface Hoaxes extends Answered {
  handlers: HandlersOf<typeof hoaxesApi>;
  csv(query: HoaxQuery, language: Language, role: Role): AsyncGenerator<string>;
}

const refused = (...details: Reason[]) => new Failure('refused', {}, details);

export function createHoaxes(options: HoaxesOptions): Hoaxes {
  const { store, clock } = options;
  const edit = (command: string, { actor }: Caller, change: (tx: Tx) => HoaxCase) =>
    store.commit({ command, actor, undoable: true }, change);
  const newestFirst = madeAnew(
    () => store.lastChange('hoaxCase'),
    () => [...store.all('hoaxCase')].sort((a, b) => b.reportedAt - a.reportedAt),
  );
  const measures = madeAnew(
    () => Math.max(store.lastChange('hoaxCase'), store.lastChange('settings')),
    () => {
      const { zone, cards } = settingsOf(store);
      return measuresOf(store.all('hoaxCase'), cards.hoaxTargetHours, zone);
    },
  );

  const handlers: HandlersOf<typeof hoaxesApi> = {
    list: (asked, { role }) => casePage(store, newestFirst(), asked, { role, now: clock.now() }),
    measures: () => measures(),

    report: (report, caller) =>
      store.commit({ command: 'hoaxes.report', actor: caller.actor, undoable: true }, (tx) => {
        const now = clock.now();
        checkReported(report, now);
        return tx.put('hoaxCase', {
          ...{ id: newId(now), rev: 0, name: nameOf(report.claim), ...report, state: 'reported' },
          ...{ checkedBy: null, checkingAt: null, clarification: null, clarifiedAt: null, clarifiedBy: null },
          ...{ cardId: null, publishedAt: null, playlistIds: [], rundownIds: [], bookingIds: [], spokenId: null },
          ...{ told: null, closedWhy: '' },
          ...{ createdAt: now, createdBy: caller.actor.name },
        });
      }),

    update: ({ id, rev, report }, caller) =>
      edit('hoaxes.update', caller, (tx) => retold(options, tx, requireRev(tx, 'hoaxCase', id, rev), report)),

    check: ({ id, rev }, caller) =>
      edit('hoaxes.check', caller, (tx) => {
        const one = requireRev(tx, 'hoaxCase', id, rev);
        const taken = { checkedBy: caller.actor.name, checkingAt: clock.now() };
        const open = one.state === 'reported' || one.state === 'dismissed';
        return tx.put('hoaxCase', { ...one, ...taken, state: open ? 'checking' : one.state, closedWhy: '' });
      }),

    clarify: ({ id, rev, clarification }, caller) =>
      edit('hoaxes.clarify', caller, (tx) =>
        clarify(options, tx, requireRev(tx, 'hoaxCase', id, rev), clarification, caller),
      ),

    publish: ({ id, rev, ...places }, caller) =>
      publish(options, requireRev(store, 'hoaxCase', id, rev), places, caller),

    places: ({ id }) => {
      const one = requireRecord(store, 'hoaxCase', id);
      return { one, places: placesOf(store, one, clock.now()) };
    },

    takeOff: ({ id, rev, place }, caller) =>
      edit('hoaxes.takeOff', caller, (tx) =>
        takeOff(options, tx, requireRev(tx, 'hoaxCase', id, rev), { place, caller }),
      ),

    dismiss: ({ id, rev, why }, caller) =>
      edit('hoaxes.dismiss', caller, (tx) => {
        const one = requireRev(tx, 'hoaxCase', id, rev);
        if (one.state === 'published') throw refused(reason('hoax.isPublished'));
        return tx.put('hoaxCase', { ...one, state: 'dismissed', closedWhy: why });
      }),

    target: ({ hours }, { actor }) =>
      store.commit({ command: 'hoaxes.target', actor, undoable: true }, (tx) => {
        const settings = settingsOf(tx);
        tx.put('settings', { ...settings, cards: { ...settings.cards, hoaxTargetHours: hours } });
        return null;
      }),
  };
  return {
    ...watchAnswered(options),
    handlers,
    csv: ({ month }, language, role) =>
      csvRows(
        seenBy(store, newestFirst(), role),
        { month: month ?? null, isShown: (one) => isShown(store, one, clock.now()) },
        settingsOf(store),
        language,
      ),
  };
}

/** Clocks of a station and a browser are a little apart. */
const APART_MS = 60_000;

/** @throws Failure invalidInput for what nobody can have reported yet. */
function checkReported({ reportedAt }: Pick<HoaxReport, 'reportedAt'>, now: number): void {
  if (reportedAt > now + APART_MS) throw new Failure('invalidInput', {}, [reason('hoax.inFuture')]);
}

/** What the card says goes round is what the report says; on the panels it is from when it is published again. */
function retold({ clock }: HoaxesOptions, tx: Tx, held: HoaxCase, report: HoaxReport): HoaxCase {
  checkReported(report, clock.now());
  const name = nameOf(report.claim);
  const card = held.cardId === null ? undefined : tx.get('card', held.cardId);
  if (card?.fields.template === 'hoax' && report.claim !== held.claim) {
    const fields = { ...card.fields, claim: report.claim };
    tx.put('card', { ...card, name, fields, updatedAt: clock.now() });
  }
  return tx.put('hoaxCase', { ...held, ...report, name });
}

/** The answer is a card from the beginning: what is written here is what the panels will say. */
function clarify(
  { clock }: HoaxesOptions,
  tx: Tx,
  one: HoaxCase,
  clarification: Clarification,
  { actor }: Caller,
): HoaxCase {
  const now = clock.now();
  const held = one.cardId === null ? undefined : tx.get('card', one.cardId);
  const content = cardOf(tx, one, clarification, held);
  const fresh = { assetId: null, published: null, hidden: null, createdAt: now, createdBy: actor.name };
  const card = held ?? { id: newId(now), rev: 0, ...fresh };
  tx.put('card', { ...card, ...content, updatedAt: now });
  const checked = { checkedBy: one.checkedBy ?? actor.name, checkingAt: one.checkingAt ?? now };
  const said = { clarification, clarifiedAt: now, clarifiedBy: actor.name, cardId: card.id };
  return tx.put('hoaxCase', { ...one, ...checked, ...said, state: one.publishedAt === null ? 'clarified' : one.state });
}

const CATEGORY = 'Klarifikasi hoaks';
const SLIDE_MS = 10_000;

function cardOf(
  tx: Tx,
  one: HoaxCase,
  { verdict, answer, sources }: Clarification,
  held: Card | undefined,
): CardContent {
  const [first = ''] = sources;
  const link = sources.find((source) => /^https?:\/\//i.test(source)) ?? '';
  const source = (sources.find((each) => each !== link) ?? first).slice(0, 300);
  const category = settingsOf(tx).categories.includes(CATEGORY) ? CATEGORY : null;
  return {
    name: one.name,
    fields: { template: 'hoax', label: verdict, claim: one.claim, answer, source },
    ...{
      logoAssetId: held?.logoAssetId ?? null,
      agencyId: held?.agencyId ?? null,
      category: held?.category ?? category,
    },
    ...{ qr: link.length <= 300 ? link : '', feedId: null, look: held?.look ?? { theme: 'dark', slideMs: SLIDE_MS } },
  };
}
