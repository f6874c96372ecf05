/** What lies above a takeover at a display: of those that go before it, one that the display has told it shows. */
import type { TakeoverAt } from '../../contract/api/takeovers';
import type { Takeover } from '../../contract/records/takeover';
import { byPrecedence, holds, isMeant } from '../../domain/takeover';
import type { Reader } from '../store';
import type { Receipts } from './receipts';

type Covers = (displayId: string, groupIds: ReadonlySet<string>) => TakeoverAt['coveredBy'];

/** A display that has not heard of the one above goes on with this one: the rules alone do not tell what is on a panel. */
export function coversOf(reader: Reader, receipts: Receipts, takeover: Takeover, now: number): Covers {
  const above = holds(takeover, now)
    ? reader
        .all('takeover')
        .filter((other) => holds(other, now) && other.id !== takeover.id && byPrecedence(other, takeover) < 0)
    : [];
  const ranked = above.sort(byPrecedence).map((each) => ({ each, said: receipts.of(each.id) }));
  return (displayId, groupIds) => {
    const top = ranked.find(({ each, said }) => isMeant(each, displayId, groupIds) && isOn(said.get(displayId)));
    return top ? { id: top.each.id, name: top.each.name } : null;
  };
}

/** Where a takeover cannot be shown as it was meant, its name is on the panel. */
const isOn = (receipt: TakeoverAt['receipt'] | undefined): boolean =>
  receipt?.endedAt === null && (receipt.shownAt !== null || receipt.fault !== null);
