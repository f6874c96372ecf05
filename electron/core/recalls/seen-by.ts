/** A recall as somebody of the office may see it: why exempt material was taken back says what is in it. */
import type { Recall } from '../../contract/records/recall';
import type { Role } from '../../contract/records/user';
import { assetsOf } from '../../domain/recall';
import { hiddenFrom } from '../rules/gate';
import type { Reader } from '../store';

export const isHidden = (reader: Pick<Reader, 'get'>, recall: Recall, role: Role): boolean =>
  hiddenFrom(
    { role },
    assetsOf(recall).flatMap((id) => reader.get('asset', id) ?? []),
  ).length > 0;

export function recallSeenBy(reader: Pick<Reader, 'get'>, recall: Recall, role: Role): Recall {
  if (!isHidden(reader, recall, role)) return recall;
  return { ...recall, reason: '', lifted: recall.lifted && { ...recall.lifted, reason: '' } };
}
