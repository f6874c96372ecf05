/** Cases of the hoax desk by pages, as their reader may see and find them. */
import { type HoaxLine, type HoaxPage, HoaxShelf } from '../../contract/api/hoaxes';
import type { HoaxCase } from '../../contract/records/hoax-case';
import type { Role } from '../../contract/records/user';
import { wordsOf } from '../../domain/words';
import type { Reader } from '../store';
import { isShown } from './places';
import { seenBy } from './seen-by';

const shelfOf = ({ state }: HoaxCase): HoaxShelf => (state === 'published' || state === 'dismissed' ? state : 'open');

const textOf = ({ claim, channel, reporter, clarification }: HoaxCase): string =>
  `${claim} ${channel} ${reporter} ${clarification?.answer ?? ''}`;

interface Asking {
  role: Role;
  now: number;
}

/** @param cases newest first */
export function casePage(reader: Reader, cases: readonly HoaxCase[], asked: HoaxPage, { role, now }: Asking) {
  const { shelf, search, placeOf, offset, limit } = asked;
  const isFound = wordsOf(search);
  // What is withheld is not found by its words either; without any only the page itself is looked through.
  const found = search.trim() === '' ? cases : seenBy(reader, cases, role).filter((one) => isFound(() => textOf(one)));
  const shelves = HoaxShelf.options.map((name) => [name, found.filter((one) => shelfOf(one) === name)] as const);
  const counts = Object.fromEntries(shelves.map(([name, of]) => [name, of.length])) as Record<HoaxShelf, number>;
  const meant = shelf === undefined ? found : (shelves.find(([name]) => name === shelf)?.[1] ?? []);
  const inOrder = shelf === 'open' ? meant.toReversed() : meant;
  const place = inOrder.findIndex(({ id }) => id === placeOf);
  const line = (one: HoaxCase): HoaxLine => ({ ...one, shown: one.state === 'published' && isShown(reader, one, now) });
  return {
    items: seenBy(reader, inOrder.slice(offset, offset + limit), role).map(line),
    counts,
    place: place < 0 ? null : place,
  };
}
