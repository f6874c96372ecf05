/** The hoax desk: handlers of `hoaxesApi`, and its cases as CSV. Read `clarify` and `publish` first. */
import type { cardsApi } from '../../contract/api/cards';
import type { Caller, HandlersOf } from '../../contract/api/handlers';
import type { HoaxQuery, hoaxesApi, PublishOn } from '../../contract/api/hoaxes';
import { Failure } from '../../contract/failure';
import type { Card, CardContent } from '../../contract/records/card';
import type { Clarification, HoaxCase, HoaxReport } from '../../contract/records/hoax-case';
import type { Language, Role } from '../../contract/records/user';
import { type Reason, reason } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import { measuresOf } from '../../domain/hoaxes/measure';
import { madeAnew, requireRecord, requireRev, settingsOf, type Tx } from '../store';
import { type Answered, type AnsweredNeed, stopped, watchAnswered } from './answered';
import { book, checkPlaces } from './bookings';
import { csvRows } from './csv';
import { casePage } from './page';
import { checkRundown, type ReadOutNeed, readOut } from './read-out';
import { seenBy } from './seen-by';

export interface HoaxesOptions extends AnsweredNeed, ReadOutNeed {
  cards: Pick<HandlersOf<typeof cardsApi>, 'publish'>;
}

export interface Hoaxes extends Answered {
  handlers: HandlersOf<typeof hoaxesApi>;
  csv(query: HoaxQuery, language: Language, role: Role): AsyncGenerator<string>;
}

const refused = (...details: Reason[]) => new Failure('refused', {}, details);
const LONGEST_NAME = 120;
const nameOf = (claim: string): string =>
  claim.length > LONGEST_NAME ? `${claim.slice(0, LONGEST_NAME - 1).trimEnd()}…` : claim.replaceAll('\n', ' ');

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
    list: (asked, { role }) => casePage(store, newestFirst(), asked, role),
    measures: () => measures(),

    report: (report, caller) =>
      store.commit({ command: 'hoaxes.report', actor: caller.actor, undoable: true }, (tx) => {
        const now = clock.now();
        checkReported(report, now);
        return tx.put('hoaxCase', {
          ...{ id: newId(now), rev: 0, name: nameOf(report.claim), ...report, state: 'reported' },
          ...{ checkedBy: null, checkingAt: null, clarification: null, clarifiedAt: null, clarifiedBy: null },
          ...{ cardId: null, publishedAt: null, playlistIds: [], rundownIds: [], closedWhy: '' },
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
      csvRows(seenBy(store, newestFirst(), role), month ?? null, settingsOf(store), language),
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

interface Places {
  playlistIds: string[];
  on: PublishOn | null;
  rundownId: string | null;
}

/** First the card, then its places: a playlist never names what is not there. @throws Failure refused, notAllowed */
async function publish(
  options: HoaxesOptions,
  one: HoaxCase,
  { playlistIds, on, rundownId }: Places,
  caller: Caller,
): Promise<HoaxCase> {
  const { store, clock, cards } = options;
  const card = one.cardId === null ? undefined : store.get('card', one.cardId);
  if (!card) throw refused(reason('hoax.notClarified'));
  const lists = [...new Set(playlistIds)].map((id) => requireRecord(store, 'playlist', id));
  const smart = lists.filter((list) => list.smart !== null);
  if (smart.length > 0) throw refused(...smart.map(({ name }) => reason('hoax.smartPlaylist', { name })));
  if (on) checkPlaces(store, on, caller);
  if (rundownId !== null) checkRundown(store, rundownId, caller);
  const { asset } = await cards.publish({ id: card.id, rev: card.rev }, caller);
  if (!asset) throw refused(reason('hoax.notClarified'));
  if (rundownId !== null) await readOut(options, one, rundownId, caller);
  return store.commit({ command: 'hoaxes.publish', actor: caller.actor }, (tx) => {
    const now = clock.now();
    for (const { id } of lists) append(tx, id, asset.id, now);
    if (on) book(tx, { assetId: asset.id, name: one.name, on, now, by: caller.actor.name });
    const held = requireRecord(tx, 'hoaxCase', one.id);
    const places = [...new Set([...held.playlistIds, ...lists.map(({ id }) => id)])];
    const rundownIds = [...new Set([...held.rundownIds, ...(rundownId === null ? [] : [rundownId])])];
    const out = { ...held, state: 'published' as const, playlistIds: places, rundownIds };
    return tx.put('hoaxCase', stopped(tx, out, now));
  });
}

function append(tx: Tx, playlistId: string, assetId: string, now: number): void {
  const playlist = requireRecord(tx, 'playlist', playlistId);
  if (playlist.items.some((item) => item.assetId === assetId)) return;
  const item = { id: newId(now), assetId, stillMs: null, inMs: 0, outMs: null };
  tx.put('playlist', { ...playlist, items: [...playlist.items, item], updatedAt: now });
}
