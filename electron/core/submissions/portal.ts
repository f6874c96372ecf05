/** Handlers of `portalApi`: whoever is signed in for an agency, and that agency's things. The agency is never the caller's to name. */
import type { Caller, HandlersOf } from '../../contract/api/handlers';
import type { OwnAgreement, PortalSubmission, portalApi } from '../../contract/api/submissions';
import { Failure } from '../../contract/failure';
import type { Agreement } from '../../contract/records/partner';
import { type Play, PlayOutcome } from '../../contract/records/play';
import type { StepKind, Submission } from '../../contract/records/submission';
import { mayDo } from '../../contract/records/user';
import { fieldsOf } from '../../domain/submission/difference';
import { stageChoices } from '../../domain/submission/stages';
import { type Act, holding, newest } from '../../domain/submission/workflow';
import { type Reader, requireRecord, settingsOf, type Tx } from '../store';
import { standingBefore } from './before';
import { make, requireSubmission, say, step } from './course';
import { intakeRulesOf, type Room, signerOf } from './room';
import { listed, standing, versionsOf } from './views';

/** The agency of a partner account. @throws Failure notAllowed */
export function agencyOfCaller(reader: Reader, { actor, role }: Pick<Caller, 'actor' | 'role'>): string {
  const user = actor.kind === 'user' ? reader.get('user', actor.id) : undefined;
  if (!user || user.disabled || user.agencyId === null || !mayDo(role, 'partner')) throw new Failure('notAllowed');
  return user.agencyId;
}

/** Another agency's is as good as none. @throws Failure notFound */
export function ownSubmission(reader: Reader, id: string, agencyId: string): Submission {
  const found = reader.get('submission', id);
  if (!found || found.agencyId !== agencyId) throw new Failure('notFound', { record: 'submission' });
  return found;
}

function ownAgreement(reader: Reader, { id, number, from, to, lent, overrides }: Agreement): OwnAgreement {
  const { slots, dayMs, channels, displayIds, groupIds } = lent;
  const places = [
    ...displayIds.flatMap((of) => reader.get('display', of)?.name ?? []),
    ...groupIds.flatMap((of) => reader.get('displayGroup', of)?.name ?? []),
  ];
  const untils = overrides.map(({ until }) => ({ until }));
  return { id, number, from, to, lent: { slots, dayMs, channels }, places, overrides: untils };
}

export function createPortal(room: Room): HandlersOf<typeof portalApi> {
  const { store, clock } = room;

  const own = (caller: Caller, id: string) => ownSubmission(store, id, agencyOfCaller(store, caller));
  const act = (kind: StepKind, caller: Caller, why = ''): Act => ({
    ...{ kind, by: signerOf(caller), at: clock.now(), reason: why, marks: [], hash: null },
  });
  async function change(
    command: string,
    { id, rev }: At,
    caller: Caller,
    work: (tx: Tx, held: Submission) => Submission,
  ) {
    const changed = await store.commit({ command, actor: caller.actor }, (tx) => {
      ownSubmission(tx, id, agencyOfCaller(tx, caller));
      return work(tx, requireSubmission(tx, id, rev));
    });
    return shown(room, changed);
  }

  return {
    me(_input, caller) {
      const { id, name, logoId } = requireRecord(store, 'agency', agencyOfCaller(store, caller));
      const { stationName, zone, categories } = settingsOf(store);
      const { checklist, mostBytes } = intakeRulesOf(store);
      const agreements = store.all('agreement').filter(({ agencyId }) => agencyId === id);
      return {
        agency: { id, name, logo: logoId !== null },
        ...{ stationName, zone, categories: [...categories], checklist, mostBytes },
        stages: stageChoices(store.all('stageCalendar')),
        agreements: agreements.map((agreement) => ownAgreement(store, agreement)),
      };
    },
    async agreementUse({ id }, caller) {
      const agreement = store.get('agreement', id);
      if (agreement?.agencyId !== agencyOfCaller(store, caller)) throw new Failure('notFound', { record: 'agreement' });
      // Days and channels are the office's to know.
      const { month, shown, shownMs, slotsUsed, agreedMs } = await room.agreementUse(id, room.today().slice(0, 7));
      return { month, shown, shownMs, slotsUsed, agreedMs };
    },
    list: (query, caller) => listed(room, { ...query, agencyId: agencyOfCaller(store, caller) }),
    get: ({ id }, caller) => shown(room, own(caller, id)),

    async create({ fields }, caller) {
      const made = await store.commit({ command: 'portal.create', actor: caller.actor }, (tx) => {
        const agencyId = agencyOfCaller(tx, caller);
        // Panels are the office's to choose: a partner's wish is words.
        const asked = { ...fields, displayIds: [] };
        return make(room, tx, { agencyId, fields: asked, via: 'partner', createdBy: caller.actor.name });
      });
      return shown(room, made);
    },
    update: (input, caller) =>
      change('portal.update', input, caller, (tx, held) =>
        say(tx, held, { ...input.fields, displayIds: held.displayIds }),
      ),
    submit: (input, caller) =>
      change('portal.submit', input, caller, (tx, held) => step(room, tx, held, act('submit', caller))),
    withdraw: (input, caller) =>
      change('portal.withdraw', input, caller, (tx, held) =>
        step(room, tx, held, act('withdraw', caller, input.reason)),
      ),

    airings({ id, limit }, caller) {
      const { versions } = own(caller, id);
      const assets = [...new Set(versions.map(({ assetId }) => assetId))];
      const sums = assets.map((assetId) => store.plays.summary({ assetId }));
      const items = assets
        .flatMap((assetId) => SEEN.flatMap((outcome) => store.plays.list({ assetId, outcome, limit }).items))
        .sort((a, b) => b.startedAt - a.startedAt)
        .slice(0, limit);
      return {
        plays: sums.reduce((all, { total, byOutcome }) => all + total - byOutcome.skipped, 0),
        shownMs: sums.reduce((all, { shownMs }) => all + shownMs, 0),
        items: items.map(airing),
      };
    },
  };
}

/** What was seen or heard: each is asked for by itself, so that a day of plays that never were hides none of them. */
const SEEN = PlayOutcome.options.filter((outcome) => outcome !== 'skipped');

interface At {
  id: string;
  rev: number;
}

const airing = ({ startedAt, endedAt, displayName, assetName, outcome }: Play) => ({
  ...{ startedAt, shownMs: Math.max(0, endedAt - startedAt), display: displayName, title: assetName ?? '' },
  whole: outcome === 'shown',
});

/** Who of the office took a step is told by name; whoever handed in knows themselves. */
function shown(room: Room, submission: Submission): PortalSubmission {
  const { id, rev, receipt, steps, createdAt } = submission;
  const counting = new Set(holding(submission));
  const recall = room.recalled().get(newest(submission)?.hash ?? '');
  return {
    ...{ id, rev, receipt, createdAt },
    fields: { ...fieldsOf(submission), displayIds: [] },
    standing: standing(room, submission),
    recall: recall ? { at: recall.at, reason: recall.reason, letterNumber: recall.letterNumber } : null,
    onAirBefore: stillOnAir(room, submission),
    versions: versionsOf(room, submission),
    steps: steps.map((step) => {
      const { kind, at, by, reason, marks, version } = step;
      return { ...{ kind, at, by: by.name, reason, marks, version }, counts: counting.has(step) };
    }),
  };
}

/** Where it airs is the office's to know; that it still does is the agency's. */
function stillOnAir(room: Room, submission: Submission): PortalSubmission['onAirBefore'] {
  const before = standingBefore(room, submission);
  return before && before.uses.length > 0 ? { n: before.n } : null;
}
