/**
 * Records by name, as a sheet writes them: the name alone where only one record has it, else with its id in brackets; the id
 * alone where the record is gone.
 */
import { RADIO_CHANNEL_ID } from '../../../contract/records/play';
import { type Reason, reason } from '../../../contract/scalars';
import { CellFault, plain } from '../../sheets/cell';
import { nearest } from '../../sheets/nearest';
import type { Store } from '../../store';

type Kind = 'display' | 'displayGroup' | 'playlist' | 'asset' | 'agreement' | 'booking';

export interface Names {
  write(kind: Kind, id: string): string;
  /** `held`: ids that the booking has already, found by what `write` makes of them though they are gone. @throws CellFault */
  find(kind: Kind, text: string, held?: readonly string[]): string;
}

const BRACKETED = /^(.*?)\s*\[([0-9A-HJKMNP-TV-Z]{26})\]$/s;

/** Reads the records of this moment once; to be made anew for each sheet. */
export function readNames(store: Pick<Store, 'get' | 'all' | 'assets'>): Names {
  const indexes = new Map<Kind, Map<string, string[]>>();
  const assets = new Map<string, string[]>();

  const idsNamed = (kind: Kind, name: string): readonly string[] => {
    const key = plain(name);
    if (kind !== 'asset') return indexOf(kind).get(key) ?? [];
    const ids = assets.get(key) ?? assetsNamed(store, name);
    assets.set(key, ids);
    return ids;
  };
  const indexOf = (kind: Exclude<Kind, 'asset'>): Map<string, string[]> => {
    const known = indexes.get(kind) ?? indexByName(namedRecords(store, kind));
    indexes.set(kind, known);
    return known;
  };
  const write = (kind: Kind, id: string): string => {
    const name = nameOf(store, kind, id);
    if (name === undefined) return `[${id}]`;
    return BRACKETED.test(name) || idsNamed(kind, name).length > 1 ? `${name} [${id}]` : name;
  };
  let guesses = 0;
  const guessed = new Map<string, { near: string; context: string } | undefined>();
  const isOther = (kind: Kind, text: string) =>
    (kind === 'playlist' || kind === 'asset') && idsNamed(kind === 'asset' ? 'playlist' : 'asset', text).length > 0;
  /** Asked for the same name again and again where a column was filled by copying. */
  const near = (kind: Kind, text: string) => {
    if (isOther(kind, text)) return { context: 'other' };
    const key = `${kind} ${plain(text)}`;
    if (!guessed.has(key) && guesses < MOST_GUESSES) {
      guesses += 1;
      const names = nearest(text, kind === 'asset' ? assetsLike(store, text) : namedRecords(store, kind));
      // By `context` the sentence goes on (i18next).
      const told = names.map(({ id }) => `“${write(kind, id)}”`).join(', ');
      guessed.set(key, told ? { near: told, context: 'near' } : undefined);
    }
    return guessed.get(key);
  };
  const find = (kind: Kind, text: string, held: readonly string[] = []): string => {
    const kept = held.find((id) => plain(write(kind, id)) === plain(text));
    if (kept !== undefined) return kept;
    const [, , id] = BRACKETED.exec(text) ?? [];
    if (id !== undefined && nameOf(store, kind, id) !== undefined) return id;
    const [only, another] = idsNamed(kind, text);
    if (only === undefined) throw new CellFault(UNKNOWN[kind]({ name: text, ...near(kind, text) }));
    if (another !== undefined) throw new CellFault(reason('sheet.ambiguous', { name: text, one: `${text} [${only}]` }));
    return only;
  };
  return { write, find };
}

/** Each looks at all names of its kind. */
const MOST_GUESSES = 200;

const UNKNOWN: Record<Kind, (params: Reason['params']) => Reason> = {
  display: (params) => reason('sheet.noDisplay', params),
  displayGroup: (params) => reason('sheet.noGroup', params),
  playlist: (params) => reason('sheet.noPlaylist', params),
  asset: (params) => reason('sheet.noAsset', params),
  agreement: (params) => reason('sheet.noAgreement', params),
  booking: (params) => reason('sheet.noBooking', params),
};

interface Named {
  id: string;
  name: string;
}

function namedRecords(store: Pick<Store, 'all'>, kind: Exclude<Kind, 'asset'>): Named[] {
  if (kind === 'agreement') return store.all(kind).map(({ id, number }) => ({ id, name: number }));
  const named = store.all(kind).map(({ id, name }) => ({ id, name }));
  return kind === 'display' ? [...named, RADIO] : named;
}

/** Stands among the displays, and is called so in every language. */
const RADIO: Named = { id: RADIO_CHANNEL_ID, name: 'Radio' };

function nameOf(store: Pick<Store, 'get'>, kind: Kind, id: string): string | undefined {
  if (id === RADIO.id) return RADIO.name;
  return kind === 'agreement' ? store.get(kind, id)?.number : store.get(kind, id)?.name;
}

function indexByName(records: readonly Named[]): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const { id, name } of records) index.set(plain(name), [...(index.get(plain(name)) ?? []), id]);
  return index;
}

/** Searched for: there may be ten thousand. What is in the bin cannot be booked. */
function assetsNamed({ assets, get }: Pick<Store, 'assets' | 'get'>, name: string): string[] {
  const ids = (['current', 'archived'] as const).flatMap(
    (shelf) => assets.list({ search: name.slice(0, 200), shelf, sort: 'oldest', offset: 0, limit: 500 }).ids,
  );
  return ids.filter((id) => plain(get('asset', id)?.name ?? '') === plain(name));
}

const BEGINNING = 3;
const MOST_WORDS = 4;

/** With a word that begins alike. */
function assetsLike({ assets, get }: Pick<Store, 'assets' | 'get'>, name: string): Named[] {
  const words = [...new Set(plain(name).match(/[\p{L}\p{N}\p{M}]{2,}/gu) ?? [])].slice(0, MOST_WORDS);
  const ids = words.flatMap((word) => {
    const search = word.slice(0, BEGINNING);
    return assets.list({ search, shelf: 'current', sort: 'newest', offset: 0, limit: 100 }).ids;
  });
  return [...new Set(ids)].map((id) => ({ id, name: get('asset', id)?.name ?? '' }));
}
