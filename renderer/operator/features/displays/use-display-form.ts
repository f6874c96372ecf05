/** State of the display form: what was typed, what is wrong with it, and the record it makes. */
import { useState } from 'react';
import { z } from 'zod';
import type { PublicDisplay } from '../../../../electron/contract/api/displays';
import { Profile } from '../../../../electron/contract/records/display';
import type { Settings } from '../../../../electron/contract/records/settings';
import { Id, Name, Zone } from '../../../../electron/contract/scalars';

const Fields = z.object({
  name: Name,
  place: z.string().max(200),
  zone: Zone,
  profile: Profile,
  fillerPlaylistId: Id.nullable(),
});
export type DisplayFields = z.infer<typeof Fields>;

/** What the form begins with: the display, or what the station offers for a new one. */
export function startFields(
  display: PublicDisplay | undefined,
  settings: Settings,
  page?: { width: number; height: number },
): DisplayFields {
  if (display) {
    const { name, place, zone, profile, fillerPlaylistId } = display;
    return { name, place, zone, profile, fillerPlaylistId };
  }
  const profile = { ...settings.defaultProfile, ...(page && page.width >= 16 && page.height >= 16 ? page : {}) };
  return { name: '', place: '', zone: settings.zone, profile, fillerPlaylistId: null };
}

export function useDisplayForm(start: DisplayFields) {
  const [fields, setFields] = useState(start);
  const [checked, setChecked] = useState(false);
  const parsed = Fields.safeParse(fields);
  const wrong = new Set(parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join('.')));
  return {
    fields,
    set: (change: Partial<DisplayFields>) => setFields((old) => ({ ...old, ...change })),
    setProfile: (change: Partial<Profile>) => setFields((old) => ({ ...old, profile: { ...old.profile, ...change } })),
    /** Whether a field is wrong, once the person has tried to save. */
    isWrong: (path: string) => checked && wrong.has(path),
    /** The record, or null when something is wrong; from then on faults are shown. */
    check: (): DisplayFields | null => {
      setChecked(true);
      return parsed.success ? parsed.data : null;
    },
  };
}
