import type { Asset } from '../contract/records/asset';
import type { Actor } from '../contract/records/audit';

/** Whether this person made it. By name alone where nothing else is known: of material taken in by an older station. */
export const isMaker = (
  { createdBy, createdById }: Pick<Asset, 'createdBy' | 'createdById'>,
  { id, name }: Pick<Actor, 'id' | 'name'>,
): boolean => (createdById === undefined ? createdBy === name : createdById === id);
