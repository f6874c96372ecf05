/** Rules of spots that the settings held before the judge was asked for them: put among the rules when the station is opened, once. */
import en from '../../../resources/locales/en/carriedRules.json';
import id from '../../../resources/locales/id/carriedRules.json';
import { STATION_ACTOR } from '../../contract/records/audit';
import type { RuleFields } from '../../contract/records/rule';
import type { SpotRule } from '../../contract/records/spot-rule';
import type { Language } from '../../contract/records/user';
import { rulesOfSpots } from '../../domain/judge/spot-rules';
import { settingsOf } from '../store';
import type { RulesOptions } from './options';
import { addRule } from './rules';

const WORDS = { id, en } as const;
/** A name is no longer than this. */
const LONGEST_NAME = 200;

/** In the commit that makes them rules they leave the settings, so that no crash makes them twice or loses them. */
export async function carryOverSpotRules({ store, clock }: RulesOptions): Promise<void> {
  if (!settingsOf(store).spotRules) return;
  await store.commit({ command: 'rules.carryOver', actor: STATION_ACTOR }, (tx) => {
    const { spotRules = [], ...settings } = settingsOf(tx);
    const fields = spotRules.flatMap((old) => rulesIn(old, settings.language));
    for (const each of fields) addRule(tx, each, STATION_ACTOR, clock.now());
    tx.put('settings', settings);
  });
}

function rulesIn(old: SpotRule, language: Language): RuleFields[] {
  const words = WORDS[language];
  const category = old.category ?? words.everything;
  return rulesOfSpots(old, (part) =>
    words[part]
      .replace('{{plays}}', String(old.playsADay))
      .replace('{{seconds}}', String((old.longestMs ?? 0) / 1000))
      .replace('{{category}}', () => category)
      .slice(0, LONGEST_NAME),
  );
}
