/** What becomes of a takeover before it is sent: by the same judge that start asks, and that every panel asks for itself. */
import type { TakeoverReview } from '../../contract/api/takeovers';
import type { TakeoverFields } from '../../contract/records/takeover';
import { distinct } from '../../domain/distinct';
import { mayEver, type Spell } from '../../domain/judge/spells';
import { heldMs } from '../../domain/takeover';
import { panelsNamed, spellsBetween } from '../rules/gate';
import type { Reader } from '../store';
import { matterOf, reasonsAtStart } from './check';

type Panels = TakeoverReview['panels'][number];

export function reviewOf(reader: Reader, fields: TakeoverFields, now: number): TakeoverReview {
  return { against: reasonsAtStart(reader, fields, now), panels: panelsOf(reader, fields, Math.max(now, fields.from)) };
}

/** Displays of which the rules say something; those of which they say the same are told together. */
function panelsOf(reader: Reader, fields: TakeoverFields, from: number): Panels[] {
  const matter = matterOf(reader, fields.what, heldMs({ ...fields, from }));
  if (!matter) return [];
  const spellsAt = spellsBetween(reader, matter, from, fields.until ?? from + 1);
  const told = new Map<string, Panels>();
  for (const { place, displays } of panelsNamed(reader, fields.where)) {
    const said = saidIn(spellsAt(place));
    if (said.refused.length + said.warned.length === 0) continue;
    const key = JSON.stringify(said);
    const names = displays.map(({ id, name }) => ({ id, name }));
    told.set(key, { ...said, displays: [...(told.get(key)?.displays ?? []), ...names] });
  }
  return [...told.values()];
}

function saidIn(spells: readonly Spell[]): Omit<Panels, 'displays'> {
  const said = (effect: 'refuse' | 'warn') =>
    distinct(
      spells.flatMap(({ verdict }) =>
        verdict.because.filter((each) => each.effect === effect).map(({ reason }) => reason),
      ),
    );
  const first = spells.findIndex(({ verdict }) => !verdict.allowed);
  const after = spells.findIndex(({ verdict }, at) => at > first && verdict.allowed);
  const partly = mayEver(spells) && first >= 0;
  return {
    refused: said('refuse'),
    warned: said('warn'),
    // Of several stretches the first: it tells that the takeover is not shown all the time.
    within: partly
      ? { from: spells[first]?.from ?? 0, until: spells.at(after < 0 ? -1 : after - 1)?.until ?? 0 }
      : null,
  };
}
