/** The rules that come with Suar, put in once: who removes one does not get it back. */
import { STATION_ACTOR } from '../../contract/records/audit';
import { FIRST_RULES } from '../../domain/judge/templates';
import type { RulesOptions } from './options';
import { addRule } from './rules';

const NO_BOOK_YET = { id: 'rulebook', rev: 0, version: 0, print: '', seeded: false } as const;

export async function seedRules({ store, clock }: RulesOptions): Promise<void> {
  if (store.get('rulebookState', 'rulebook')?.seeded) return;
  await store.commit({ command: 'rules.seed', actor: STATION_ACTOR }, (tx) => {
    for (const fields of FIRST_RULES) addRule(tx, fields, STATION_ACTOR, clock.now());
    tx.put('rulebookState', { ...(tx.get('rulebookState', 'rulebook') ?? NO_BOOK_YET), seeded: true });
  });
}
