/** What a contest says of material in the library. It never approves any: that is the desk's ordinary way. */
import en from '../../../resources/locales/en/winners.json';
import id from '../../../resources/locales/id/winners.json';
import { Failure } from '../../contract/failure';
import { MOST_TAGS } from '../../contract/records/asset';
import type { Contest, ContestEntry } from '../../contract/records/contest';
import { type Reason, reason } from '../../contract/scalars';
import { papersAgainst } from '../../domain/judge/papers';
import { leavesAir, usageReasons } from '../../domain/leaves-air';
import { matterIn } from '../rules/book';
import { fill } from '../rundown-files/papers/words';
import { type Reader, settingsOf, type Tx } from '../store';
import { entriesOf, type Room } from './room';

type Uses = Pick<Room, 'usesOf'>;

const MOST_NOTES = 5000;
const MOST_TAG = 200;

/** What comes from a contest airs nowhere before somebody has approved it. @throws Failure refused where there is no such material */
export function toBeApproved({ usesOf }: Uses, tx: Tx, assetId: string | null, before: string | null): void {
  if (assetId === null || assetId === before) return;
  const asset = tx.get('asset', assetId);
  if (!asset || asset.trashedAt !== null) throw new Failure('refused', {}, [reason('contests.assetGone')]);
  if (asset.approval !== 'notNeeded') return;
  const reasons = leavesAir(asset, usesOf(assetId));
  if (reasons.length > 0) throw new Failure('refused', {}, reasons);
  tx.put('asset', { ...asset, approval: 'pending' });
}

/** Material whose entrant signed no statement of rights says so in the library, until one is signed. */
export function markRights(tx: Tx, { assetId, confirmed }: Pick<ContestEntry, 'assetId' | 'confirmed'>): void {
  const asset = assetId === null ? undefined : tx.get('asset', assetId);
  if (!asset) return;
  const others = asset.tags.filter((tag) => tag !== id.noRights && tag !== en.noRights);
  const mark = (settingsOf(tx).language === 'id' ? id : en).noRights;
  const tags = confirmed ? others : [mark, ...others].slice(0, MOST_TAGS);
  if (tags.join('\n') !== asset.tags.join('\n')) tx.put('asset', { ...asset, tags });
}

/** Why its title may not be announced, nor its material marked; the lack of an approval is not among it. */
export function unfitBecause(reader: Reader, entry: ContestEntry): Reason[] {
  const asset = entry.assetId === null ? undefined : reader.get('asset', entry.assetId);
  if (!asset) return [reason('contests.noFile', { title: entry.title })];
  return papersAgainst({ ...matterIn(reader, asset), approval: 'notNeeded' });
}

/** @throws Failure refused, with every reason */
export function refuseUnfitWinners({ usesOf }: Uses, reader: Reader, entries: readonly ContestEntry[]): void {
  const twice = new Set(entries.map((entry) => entry.id)).size < entries.length;
  const reasons = [
    ...(twice ? [reason('contests.winnerTwice')] : []),
    ...entries.flatMap((entry) => unfitBecause(reader, entry)),
    // Let through without an approval meanwhile: a winner waits for one again.
    ...entries.flatMap(({ assetId }) => {
      const asset = reader.get('asset', assetId ?? '');
      return asset ? leavesAir(asset, usesOf(asset.id)) : [];
    }),
  ];
  if (reasons.length > 0) throw new Failure('refused', {}, reasons);
}

/** Marks a winner's material: whose it is, under which statement, and a tag to find it by. */
export function toLibrary(tx: Tx, contest: Contest, entry: ContestEntry): void {
  const asset = entry.assetId === null ? undefined : tx.get('asset', entry.assetId);
  if (!asset) return;
  const words = settingsOf(tx).language === 'id' ? id : en;
  const notes = [asset.notes, saidOf(contest, entry, words)]
    .filter((part) => part !== '')
    .join('\n')
    .slice(0, MOST_NOTES);
  const tags = [...new Set([...asset.tags, ...tagsOf(contest, words)])].slice(0, MOST_TAGS);
  tx.put('asset', { ...asset, notes, tags, approval: asset.approval === 'notNeeded' ? 'pending' : asset.approval });
}

/** What a decision made of entries and material is gone again, while nothing was done with it. @throws Failure refused */
export function takeBackWinners({ usesOf }: Uses, tx: Tx, contest: Contest): void {
  const winners = entriesOf(tx, contest.id).filter(({ state }) => state === 'winner');
  const reasons = winners.flatMap(({ assetId, title }): Reason[] => {
    const asset = tx.get('asset', assetId ?? '');
    const uses = asset ? usesOf(asset.id) : [];
    const isTaken = asset?.approval === 'approved' || uses.length > 0;
    return isTaken ? [reason('contests.winnerTaken', { title }), ...usageReasons(uses)] : [];
  });
  if (reasons.length > 0) throw new Failure('refused', {}, reasons);
  for (const entry of winners) {
    unmark(tx, contest, entry);
    tx.put('contestEntry', { ...entry, state: 'shortlisted', rank: null });
  }
}

/** In whichever language it was marked. */
function unmark(tx: Tx, contest: Contest, entry: ContestEntry): void {
  const asset = entry.assetId === null ? undefined : tx.get('asset', entry.assetId);
  if (!asset) return;
  const said = [id, en].map((words) => saidOf(contest, entry, words));
  const marks = new Set([id, en].flatMap((words) => tagsOf(contest, words)));
  const notes = asset.notes
    .split('\n')
    .filter((line) => !said.includes(line))
    .join('\n');
  tx.put('asset', { ...asset, notes, tags: asset.tags.filter((tag) => !marks.has(tag)) });
}

type Words = typeof id;

function saidOf({ title, statement }: Contest, entry: ContestEntry, words: Words): string {
  const { name, from } = entry.entrant;
  return fill(words.notes, {
    ...{ title, rank: String(entry.rank ?? ''), entry: entry.title },
    who: from === '' ? name : `${name} (${from})`,
    // On one line, so that it can be found again.
    statement: statement === '' ? words.confirmed : statement.replace(/\s+/g, ' '),
  });
}

const tagsOf = ({ title }: Contest, words: Words): string[] => [words.tag, title.slice(0, MOST_TAG)];
