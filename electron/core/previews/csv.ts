/** Comments on an asset as CSV, a line for each and for each answer. */
import en from '../../../resources/locales/en/previewFiles.json';
import id from '../../../resources/locales/id/previewFiles.json';
import type { Asset } from '../../contract/records/asset';
import type { PreviewComment } from '../../contract/records/preview';
import type { Language } from '../../contract/records/user';
import type { Zone } from '../../contract/scalars';
import { frameAt, timecode } from '../../domain/preview/timecode';
import { localParts } from '../../domain/time';
import { csvPieces } from '../csv';

export const WORDS = { id, en } as const;
const COLUMNS = Object.keys(id.columns) as (keyof (typeof id)['columns'])[];
type Row = Record<(typeof COLUMNS)[number], string>;

export interface CommentsOf {
  asset: Asset;
  /** Frames a second of the file that was handed in; 0 where it has none. */
  rate: number;
  comments: readonly PreviewComment[];
  zone: Zone;
}

/** Named for its material, as the contact sheet is. */
export interface CommentsFile {
  name: string;
  rows: AsyncIterable<string>;
}

/** `Lembar kontak Cek DPT`: nothing that a file system takes for its own. */
export const fileNameOf = (word: string, { name }: Asset) => `${word} ${name}`.replace(/[\\/:*?"<>|\s]+/g, ' ').trim();

export function commentsCsv(of: CommentsOf, language: Language): CommentsFile {
  const header = COLUMNS.map((column) => WORDS[language].columns[column]);
  const rows = of.comments.flatMap((comment, at) => rowsOf(of, comment, at + 1, language));
  const cells = rows.map((row) => COLUMNS.map((column) => row[column]));
  return {
    name: `${fileNameOf(WORDS[language].facts.comments, of.asset)}.csv`,
    rows: csvPieces(header, cells, language),
  };
}

/** A rate for time codes where there are no frames. */
const WITHOUT_FRAMES = 25;
export const codeOf = (atMs: number, rate: number) =>
  timecode(frameAt(atMs, rate || WITHOUT_FRAMES), rate || WITHOUT_FRAMES);

function rowsOf({ asset, rate, zone }: CommentsOf, comment: PreviewComment, number: number, language: Language): Row[] {
  const words = WORDS[language];
  const when = (at: number | null) => (at === null ? '' : `${localParts(at, zone).date} ${localParts(at, zone).time}`);
  const { place, text, by, createdAt, resolvedAt, resolvedBy, atMs } = comment;
  const share = (value: number) => `${Math.round(value * 100)} %`;
  const first: Row = {
    number: String(number),
    timecode: codeOf(atMs, rate),
    place: place ? `${share(place.x)} / ${share(place.y)}` : '',
    text,
    by: by.name,
    at: when(createdAt),
    version: comment.hash === asset.hash ? words.current : words.earlier,
    state: resolvedAt === null ? words.open : words.resolved,
    resolvedBy: resolvedBy ?? '',
    resolvedAt: when(resolvedAt),
  };
  const blank = { place: '', version: '', state: '', resolvedBy: '', resolvedAt: '' };
  const replies = comment.replies.map((reply, at) => ({
    ...blank,
    ...{ number: `${number}.${at + 1}`, timecode: first.timecode, text: reply.text, by: reply.by.name },
    at: when(reply.at),
  }));
  return [first, ...replies];
}
