/** What the address of this screen may carry, parsed; anything else is dropped. */
import { z } from 'zod';

export const SECTIONS = [
  'station',
  'defaults',
  'quality',
  'network',
  'users',
  'self',
  'tools',
  'history',
  'about',
] as const;
export type SettingsSection = (typeof SECTIONS)[number];

const SettingsSearch = z.object({ section: z.enum(SECTIONS).optional().catch(undefined) });
export type SettingsSearch = z.infer<typeof SettingsSearch>;

export const parseSettingsSearch = (raw: Record<string, unknown>): SettingsSearch => SettingsSearch.parse(raw);
