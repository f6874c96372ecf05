import { type IntakeRules, USUAL_INTAKE } from '../../contract/records/intake-rules';
import type { Settings } from '../../contract/records/settings';
import { DEFAULT_SETTINGS } from '../../contract/records/settings-defaults';
import type { LocalDate } from '../../contract/scalars';
import { localParts } from '../../domain/time';
import type { Reader } from './types';

/** The settings as they stand; a new station has the defaults. */
export function settingsOf(reader: Pick<Reader, 'get'>): Settings {
  return reader.get('settings', 'settings') ?? DEFAULT_SETTINGS;
}

/** Which day an instant is on the station's clock. */
export const dayAt = (reader: Pick<Reader, 'get'>, instant: number): LocalDate =>
  localParts(instant, settingsOf(reader).zone).date;

/** What the office asks of material; until it says otherwise, what is usual. */
export const intakeRulesOf = (reader: Pick<Reader, 'get'>): IntakeRules =>
  reader.get('intakeRules', 'intake') ?? { id: 'intake', rev: 0, ...USUAL_INTAKE };
