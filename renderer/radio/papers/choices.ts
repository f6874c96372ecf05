/** What papers a person takes out and how, kept on this machine. */
import { useLocalStorage } from '@mantine/hooks';
import { z } from 'zod';
import {
  PAPER_COLUMNS,
  PaperColumn,
  type PaperFormat,
  PaperKind,
  USUAL_COLUMNS,
} from '../../../electron/contract/api/rundown-files';
import { Language } from '../../../electron/contract/records/user';

const Choices = z.object({
  kind: PaperKind,
  paper: z.enum(['A4', 'F4']),
  /** Null: that of the console. */
  language: Language.nullable(),
  /** Of the kinds for which somebody chose. */
  columns: z.partialRecord(PaperKind, z.array(PaperColumn)),
});
export type Choices = z.infer<typeof Choices>;

const FIRST: Choices = { kind: 'rundown', paper: 'F4', language: null, columns: {} };

export function useChoices(): [Choices, (part: Partial<Choices>) => void] {
  const [choices, set] = useLocalStorage<Choices>({
    key: 'suar.papers',
    defaultValue: FIRST,
    getInitialValueInEffect: false,
    deserialize: read,
  });
  return [choices, (part) => set((now) => ({ ...now, ...part }))];
}

/** What an older version kept may be something else. */
export function read(text: string | undefined): Choices {
  try {
    return Choices.parse(JSON.parse(text ?? ''));
  } catch {
    return FIRST;
  }
}

/** In the order of the page, whichever order they were chosen in. */
export function columnsOf({ columns }: Choices, kind: PaperKind): readonly PaperColumn[] {
  const chosen = columns[kind] ?? USUAL_COLUMNS[kind];
  return PAPER_COLUMNS[kind].filter((column) => chosen.includes(column));
}

export interface PaperWanted {
  rundownId: string;
  kind: PaperKind;
  format: PaperFormat;
  paper: 'A4' | 'F4';
  language: Language;
  columns: readonly PaperColumn[];
  /** Of a log. */
  showId: string | null;
  inline?: boolean;
}

export function paperAddress({ rundownId, kind, format, inline, columns, showId, ...page }: PaperWanted): string {
  const query = new URLSearchParams({
    ...page,
    ...(columns.length > 0 ? { columns: columns.join(',') } : {}),
    ...(kind === 'log' && showId ? { showId } : {}),
    ...(inline ? { inline: '1' } : {}),
  });
  return `/api/rundowns/${rundownId}/papers/${kind}.${format}?${query}`;
}

/** Where the station tells how many characters of this paper no PDF can hold. */
export const gapsAddress = (wanted: PaperWanted): string =>
  paperAddress(wanted).replace(`/${wanted.kind}.${wanted.format}?`, `/${wanted.kind}/gaps?`);
