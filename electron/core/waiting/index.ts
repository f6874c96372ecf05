/** Builds the waiting room: what waits for whom, told afresh each time it is asked. */
import type { Caller, HandlersOf } from '../../contract/api/handlers';
import { MOST_NAMED, type Waiting, type WaitingKind, type waitingApi } from '../../contract/api/waiting';
import type { Asset } from '../../contract/records/asset';
import { mayDo } from '../../contract/records/user';
import { madeAnew } from '../store';
import { approvalsFor } from './approvals';
import { hoaxesOpen } from './hoaxes';
import type { Line, Need } from './line';
import { requestsDue } from './requests';
import { toScore } from './scores';
import { submissionsFor } from './submissions';

export interface WaitingRoom {
  handlers: HandlersOf<typeof waitingApi>;
}

/** As an office goes about its day: the law's terms first, then rumours, then what lets others go on. */
const ORDER: readonly WaitingKind[] = [
  ...(['requestLate', 'hoaxLate', 'approve', 'card', 'material', 'verify'] as const),
  ...(['hoaxSoon', 'requestSoon', 'score'] as const),
];

export function createWaiting(need: Need): WaitingRoom {
  const { store } = need;
  const pending = madeAnew(
    () => store.lastChange('asset'),
    () => store.assets.pending(),
  );
  return { handlers: { mine: (_, caller) => waitingFor(need, pending(), caller) } };
}

function waitingFor(need: Need, pending: readonly Asset[], { actor: who, role }: Pick<Caller, 'actor' | 'role'>) {
  const [approves, works] = [mayDo(role, 'approve'), mayDo(role, 'desk')];
  const lines = [
    ...(approves ? [...submissionsFor(need, who, 'approve'), ...approvalsFor(need, pending, who)] : []),
    ...(works ? [...submissionsFor(need, who, 'verify'), ...hoaxesOpen(need), ...requestsDue(need)] : []),
    ...toScore(need, who),
  ];
  return ORDER.flatMap((kind) => grouped(kind, lines));
}

function grouped(kind: WaitingKind, lines: readonly Line[]): Waiting[] {
  const of = lines.filter((line) => line.kind === kind).sort((a, b) => a.since - b.since);
  if (of.length === 0) return [];
  const count = of.reduce((sum, line) => sum + line.count, 0);
  return [{ kind, count, first: of.slice(0, MOST_NAMED).map(({ id, name }) => ({ id, name })) }];
}
