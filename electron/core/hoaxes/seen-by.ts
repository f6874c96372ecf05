/** Cases as somebody of the office may see them: who told the office is the desk's to know, and what is exempt stays so here. */
import type { HoaxCase } from '../../contract/records/hoax-case';
import { mayDo, type Role } from '../../contract/records/user';
import { hiddenFrom } from '../rules/gate';
import type { Reader } from '../store';

const WITHHELD = '—';

/** All of them for every role, so that a month comes to the same whoever looks. */
export function seenBy(reader: Reader, cases: readonly HoaxCase[], role: Role): HoaxCase[] {
  if (mayDo(role, 'desk')) return [...cases];
  return cases.map((one) => {
    const card = one.cardId === null ? undefined : reader.get('card', one.cardId);
    const asset = card?.assetId ? reader.get('asset', card.assetId) : undefined;
    const named = { ...one, reporter: '' };
    if (!asset || hiddenFrom({ role }, [asset]).length === 0) return named;
    return { ...named, name: WITHHELD, claim: WITHHELD, link: '', clarification: null, told: null, closedWhy: '' };
  });
}
