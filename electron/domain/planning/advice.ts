/** What can be done about a conflict no way out of which was found: in the way of a sentence, since nothing can be pressed. */
import { type Reason, reason } from '../../contract/scalars';
import type { Finding } from './finding';
import { countOf } from './tally';
import type { Trial } from './trial';

/** Null where the finding itself says what to do. */
export function adviceOn(finding: Finding, trial: Trial): Reason | null {
  const { code, params } = finding.reason;
  switch (code) {
    case 'plan.noRendition':
    case 'why.notReady':
    case 'plan.agreementMissing':
      return null;
    case 'plan.agreementUnsaid':
      return reason('plan.do.agreementUnsaid');
    case 'plan.lentNotHere':
    case 'plan.lentSlots':
    case 'plan.lentDay':
    case 'plan.lentNoDisplays':
    case 'plan.lentNoRadio':
      return reason('plan.do.lent');
    case 'plan.agreementOver':
    case 'plan.agreementEnds':
      return reason('plan.do.agreementOver');
    case 'plan.ruleUnreadable':
    case 'plan.noDays':
    case 'plan.over':
      return reason('plan.do.days');
    case 'plan.nowhere':
      return reason('plan.do.nowhere');
    case 'plan.validTo':
    case 'plan.validFrom':
      return reason('plan.do.validity');
    case 'plan.clipTooLong':
      return reason('plan.do.length');
    case 'plan.closedAlways':
    case 'plan.hoursSkipped':
    case 'plan.closedDays':
    case 'plan.exactClosed':
      return reason('plan.do.hours');
    case 'plan.noLoop':
    case 'plan.noSlotFor':
    case 'plan.slotKept':
    case 'plan.slotBeyond':
      return reason('plan.do.loop');
    case 'plan.costsOther':
      return reason('plan.do.costs', { booking: params.booking ?? '' });
    case 'why.notApproved':
      return reason('plan.do.approval');
    default:
      if (finding.field === 'agreement') return reason('plan.do.agreement');
      if (code.startsWith('why.tooNear')) return reason('plan.do.distance');
      if (code.startsWith('why.')) return reason('plan.do.material');
      return room(params.by === undefined ? inTheWay(trial) : String(params.by), trial);
  }
}

/** Who would have to make room, where anybody stands there. */
function room(by: string, { draft: { how } }: Trial): Reason {
  if (by === '') return reason('plan.do.less');
  const isMeasured = how.kind === 'share' || how.kind === 'frequency';
  return isMeasured ? reason('plan.do.roomOrLess', { by }) : reason('plan.do.room', { by });
}

const MOST_NAMED = 3;

/** Those that are given most beside the draft, by name; turns give way by themselves, but not to turns. */
function inTheWay({ draft, laid }: Trial): string {
  const plays = new Map<string, number>();
  for (const { stage, looks } of laid) {
    for (const { id, name, how, priority } of stage.question.bookings) {
      if (how.kind === 'rotation' && (draft.how.kind !== 'rotation' || priority <= draft.priority)) continue;
      const given = looks.reduce((sum, { without }) => sum + countOf(without, id).plays, 0);
      if (given > 0) plays.set(name, (plays.get(name) ?? 0) + given);
    }
  }
  const most = [...plays].sort(([, a], [, b]) => b - a).slice(0, MOST_NAMED);
  return most.map(([name]) => name).join(', ');
}
