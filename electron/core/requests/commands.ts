/** Handlers of `requestsApi`. Undo would bring back what is to be forgotten, so none of these can be taken back. */
import type { Caller, HandlersOf } from '../../contract/api/handlers';
import type { requestsApi } from '../../contract/api/requests';
import { Failure } from '../../contract/failure';
import type {
  InformationRequest,
  InformationRequestFields,
  RequestAnswer,
  RequestOutcome,
  RequestState,
} from '../../contract/records/information-request';
import { reason } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import { countDecision, dueOn, isOpen, objectionTerm } from '../../domain/requests/due';
import { type Reader, requireRecord, requireRev, settingsOf, type Tx } from '../store';
import { givenAssets, refuseUngivable } from './given';
import { type Office, officeOf, type Room, refused } from './room';
import { registerPage, viewOf } from './view';
import { canReach } from './watch';

const NOTHING: InformationRequest['answer'] = { text: '', ppid: null, ground: '', explanation: '', assetIds: [] };

interface Change {
  command: string;
  id: string;
  rev: number;
  /** Told to whoever reads its history. */
  note?: string;
}

export function requestHandlers({ store, clock }: Room): HandlersOf<typeof requestsApi> {
  const seen = (request: InformationRequest, { role }: Caller) => viewOf(request, officeOf(store, clock), role);

  /** One step of one request, signed. */
  async function change(
    { command, id, rev, note = '' }: Change,
    caller: Caller,
    work: (held: InformationRequest, tx: Tx, office: Office) => InformationRequest,
  ) {
    const saved = await store.commit({ command, actor: caller.actor }, (tx) => {
      const held = requireRev(tx, 'informationRequest', id, rev);
      const next = work(held, tx, officeOf(tx, clock));
      const moved = next.state !== held.state || next.decisions !== held.decisions;
      return tx.put('informationRequest', moved ? stepped(next, caller, clock.now(), note) : next);
    });
    return seen(saved, caller);
  }

  return {
    list: (asked, { role }) => registerPage(store.all('informationRequest'), asked, officeOf(store, clock), role),
    get: ({ id }, caller) => seen(requireRecord(store, 'informationRequest', id), caller),
    givable: ({ assetIds }) => givenAssets(store, assetIds, clock.now()),

    create: async (fields, caller) =>
      seen(
        await store.commit({ command: 'requests.create', actor: caller.actor }, (tx) => {
          const now = clock.now();
          refuseFuture(fields, officeOf(tx, clock));
          const made = { id: newId(now), rev: 0, ...numberOf(tx, fields), ...fields, ...FRESH };
          const request = { ...made, days: settingsOf(tx).office.answerDays, createdAt: now };
          return tx.put('informationRequest', stepped(request, caller, now, ''));
        }),
        caller,
      ),

    update: ({ id, rev, fields }, caller) =>
      change({ command: 'requests.update', id, rev }, caller, (held, _tx, office) => {
        refuseClosed(held);
        refuseFuture(fields, office);
        // What stands on papers is of the year in which it came.
        if (Number(fields.receivedOn.slice(0, 4)) !== held.year)
          throw refused('requests.otherYear', { year: held.year });
        // What is written again is forgotten again.
        return { ...held, ...fields, forgottenAt: canReach(fields.applicant) ? null : held.forgottenAt };
      }),

    draft: ({ id, rev, answer }, caller) =>
      change({ command: 'requests.draft', id, rev }, caller, (held, tx) => {
        refuseClosed(held);
        refuseUngivable(tx, answer.assetIds, clock.now());
        return { ...held, answer: { ...answer, assetIds: [...new Set(answer.assetIds)] } };
      }),

    extend: ({ id, rev, why }, caller) =>
      change({ command: 'requests.extend', id, rev, note: why }, caller, (held, tx, office) => {
        if (held.state === 'extended') throw refused('requests.extendedBefore', { number: held.number });
        if (held.state !== 'received') throw refused('requests.closed', { number: held.number });
        if (dueOn(held, office.calendar) < office.today)
          throw refused('requests.tooLateToExtend', { number: held.number });
        const { extraDays } = settingsOf(tx).office;
        return { ...held, state: 'extended', extension: { on: office.today, days: extraDays, why } };
      }),

    withdraw: ({ id, rev, why }, caller) =>
      change({ command: 'requests.withdraw', id, rev, note: why }, caller, (held, _tx, { today }) => {
        refuseClosed(held);
        return { ...held, state: 'withdrawn', closedOn: today };
      }),

    object: ({ id, rev, why, on }, caller) =>
      change({ command: 'requests.object', id, rev, note: why }, caller, (held, tx, office) => {
        const { objectDays, objectionDays: days } = settingsOf(tx).office;
        const term = objectionTerm(held, office.calendar, { today: office.today, within: objectDays });
        if (!term) throw refused('requests.noObjection', { number: held.number });
        if (on > office.today || on < term.from) throw refused('requests.objectionDay', { from: term.from });
        return { ...held, state: 'objection', objection: { on, days, why, until: term.until }, closedOn: null };
      }),

    decide: ({ id, rev, outcome }, caller) =>
      change({ command: 'requests.decide', id, rev, note: outcome }, caller, (held, tx, office) => {
        refuseClosed(held);
        refuseUnfit(held, outcome);
        if (outcome !== 'refused') refuseUngivable(tx, held.answer.assetIds, clock.now());
        const { today, calendar } = office;
        const answer = asDecided(held.answer, outcome);
        const objectedOn = held.state === 'objection' ? (held.objection?.on ?? null) : null;
        const counted = countDecision(held, calendar, today);
        const decision = { outcome, by: caller.actor.name, on: today, ...counted, answer, objectedOn };
        // The words stay drafted: an objection may have them given after all.
        const drafted = { ...answer, text: held.answer.text };
        return { ...held, state: outcome, decisions: [...held.decisions, decision], answer: drafted, closedOn: today };
      }),
  };
}

const FRESH = {
  state: 'received' as RequestState,
  extension: null,
  objection: null,
  answer: NOTHING,
  decisions: [],
  closedOn: null,
  forgottenAt: null,
  steps: [],
};

function stepped(request: InformationRequest, { actor }: Caller, at: number, note: string): InformationRequest {
  return { ...request, steps: [...request.steps, { at, by: actor.name, state: request.state, note }].slice(-200) };
}

/** The next of its year; a number is never given twice, since none is taken away. One look at ten thousand takes a tenth of a millisecond. */
function numberOf(reader: Reader, { receivedOn }: InformationRequestFields) {
  const year = Number(receivedOn.slice(0, 4));
  let serial = 1;
  for (const held of reader.all('informationRequest'))
    if (held.year === year && held.serial >= serial) serial = held.serial + 1;
  return { year, serial, number: `${String(serial).padStart(3, '0')}/${settingsOf(reader).office.mark}/${year}` };
}

function refuseFuture({ receivedOn }: InformationRequestFields, { today }: Office): void {
  if (receivedOn > today) throw new Failure('invalidInput', {}, [reason('requests.future')]);
}

function refuseClosed({ state, number }: InformationRequest): void {
  if (!isOpen(state)) throw refused('requests.closed', { number });
}

/**
 * As it is given, and stays with the decision. A refusal stands on its ground and what explains it: what was drafted to be given, and the
 * words that went with it, are no part of it. What is given in full has no ground of a refusal left from before, nor its explanation.
 */
function asDecided(answer: RequestAnswer, outcome: RequestOutcome): RequestAnswer {
  if (outcome === 'refused') return { ...answer, text: '', assetIds: [] };
  return outcome === 'answered' ? { ...answer, ground: '', explanation: '' } : answer;
}

/** @throws Failure refused where the applicant would not learn what the law says they must */
function refuseUnfit({ answer }: InformationRequest, outcome: RequestOutcome): void {
  const reasons = [
    ...(outcome !== 'refused' && answer.text === '' ? [reason('requests.noAnswer')] : []),
    ...(answer.ppid === null ? [reason('requests.noClass')] : []),
    ...(outcome !== 'answered' && answer.ground === '' ? [reason('requests.noGround')] : []),
    ...(outcome === 'answered' && answer.ppid === 'exempt' ? [reason('requests.exemptGiven')] : []),
  ];
  if (reasons.length > 0) throw new Failure('refused', {}, reasons);
}
