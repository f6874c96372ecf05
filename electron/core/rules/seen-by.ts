/** Material as somebody of the office may see it: what is said of it, drawn of it and measured on it is as exempt as its file. */
import type { Caller } from '../../contract/api/handlers';
import { Failure } from '../../contract/failure';
import { type Asset, isProbed, type Probe } from '../../contract/records/asset';
import { mayDo, type Role } from '../../contract/records/user';
import { reason } from '../../contract/scalars';
import type { Store } from '../store';
import { hiddenFrom } from './gate';

type Shelf = Pick<Store, 'assets'>;

/** What a person writes of it. Its name stays: by it others know of what they may not speak. */
const NOTHING_SAID = { notes: '', tags: [], subject: null } satisfies Partial<Asset>;

const against = ({ assets }: Shelf, asset: Asset, role: Role) =>
  hiddenFrom({ role }, mayDo(role, 'desk') ? [] : [asset, ...assets.holding(asset.hash)]);

export const isHidden = (shelf: Shelf, asset: Asset, role: Role): boolean => against(shelf, asset, role).length > 0;

/** @throws Failure withheld */
export function refuseHidden(shelf: Shelf, asset: Asset, { role }: Pick<Caller, 'role'>): void {
  const because = against(shelf, asset, role);
  if (because.length > 0) throw new Failure('withheld', {}, because.slice(0, 1));
}

/** Of what is exempt those who do not keep the desk see that it is there, what it is called and whose it is. */
export function assetSeenBy(shelf: Shelf, asset: Asset, role: Role): Asset {
  if (!isHidden(shelf, asset, role)) return asset;
  const wordless = { ...asset, ...NOTHING_SAID, originalName: '' };
  if (!isProbed(wordless)) return 'probe' in wordless ? { ...wordless, probe: null } : wordless;
  const pictures = { thumbnail: null, filmstrip: null, waveform: null };
  return { ...wordless, pictures, probe: unmeasured(wordless.probe) };
}

const unmeasured = (probe: Probe): Probe => ({ ...probe, loudness: null, findings: [] });

/**
 * What somebody says of an asset, without what they were shown nothing of: a page that sends back all its fields erases nothing by it.
 * @throws Failure withheld where it says something else there
 */
export function saidBy<T extends { [K in keyof typeof NOTHING_SAID]?: Asset[K] | undefined }>(
  shelf: Shelf,
  asset: Asset,
  said: T,
  { role }: Pick<Caller, 'role'>,
): Omit<T, keyof typeof NOTHING_SAID> {
  if (!isHidden(shelf, asset, role)) return said;
  const { notes = '', tags = [], subject = null, ...rest } = said;
  if (notes === '' && tags.length === 0 && subject === null) return rest;
  throw new Failure('withheld', {}, [reason('library.exemptWords', { name: asset.name })]);
}
