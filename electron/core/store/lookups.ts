/** Records by id, as pure functions of the domain ask for them. Read as they are asked for; nothing is copied. */
import type { SmartRule } from '../../contract/records/playlist';
import type { Reader } from './types';

export function lookups(reader: Pick<Reader, 'get' | 'find'>) {
  return {
    agreements: { get: (id: string) => reader.get('agreement', id) },
    playlists: { get: (id: string) => reader.get('playlist', id) },
    assets: { get: (id: string) => reader.get('asset', id) },
    find: (rule: SmartRule) => reader.find(rule),
  };
}
