/** A contact sheet: stills of an asset at even times and at its comments, with time codes and what was said, on the station's letterhead. */
import type { ProbedAsset } from '../../contract/records/asset';
import type { PreviewComment } from '../../contract/records/preview';
import type { Settings } from '../../contract/records/settings';
import type { Language } from '../../contract/records/user';
import { type Moment, momentsOf } from '../../domain/preview/moments';
import { draw } from '../rundown-files/papers/draw';
import { clean, type Paper, type PaperStill } from '../rundown-files/papers/paper';
import { dayAndTime, fill, spanText, wordsOf } from '../rundown-files/papers/words';
import { settingsOf } from '../store';
import { pathOf } from './captions';
import { commentsOf } from './comments';
import { codeOf, WORDS } from './csv';
import { probedOf, type Room } from './room';
import type { Turns } from './turns';

const STILL_WIDTH = 480;

export interface Sheet {
  name: string;
  bytes: Buffer;
}

/** @throws Failure notFound, refused, fileGone, toolMissing */
export async function contactSheet(room: Room, turns: Turns, assetId: string, language: Language): Promise<Sheet> {
  const { store, clock } = room;
  const asset = probedOf(store, assetId);
  const comments = commentsOf(store, assetId).filter(({ hash }) => hash === asset.hash);
  const moments = momentsOf(
    asset.probe,
    comments.map(({ id, atMs }) => ({ id, atMs })),
  );
  const source = pathOf(room, asset.hash);
  const stills = await Promise.all(
    moments.map(async (moment) => ({ moment, jpeg: await turns(take(room, asset, source, moment)) })),
  );
  const about = { asset, comments, language, settings: settingsOf(store), now: clock.now() };
  const paper = sheetPaper(about, stills);
  const name = `${WORDS[language].sheet} ${asset.name}`.replace(/[\\/:*?"<>|\s]+/g, ' ').trim();
  return { name: `${name}.pdf`, bytes: await draw(paper, 'pdf') };
}

const take =
  ({ media }: Room, { probe }: ProbedAsset, source: string, { atMs }: Moment): Parameters<Turns>[0] =>
  (work, target) =>
    media.stillAt({ source, probe, atMs, width: STILL_WIDTH, target }, work);

interface About {
  asset: ProbedAsset;
  comments: readonly PreviewComment[];
  language: Language;
  settings: Settings;
  now: number;
}

function sheetPaper(about: About, stills: readonly { moment: Moment; jpeg: unknown }[]): Paper {
  const { asset, language, settings, now } = about;
  const words = WORDS[language];
  const general = wordsOf(language);
  const lines = settings.letterhead.lines.map(clean).filter((line) => line !== '');
  const station = clean(settings.stationName);
  return {
    language,
    size: 'A4',
    landscape: false,
    letterhead: { lines: lines.length > 0 ? lines : [station], address: clean(settings.letterhead.address) },
    title: words.sheet,
    subtitle: clean(asset.name),
    facts: factsOf(about),
    columns: [],
    rows: [],
    stills: stills.flatMap(({ moment, jpeg }) =>
      jpeg instanceof Uint8Array ? [{ jpeg, ...captionOf(about, moment) }] : [],
    ),
    script: null,
    scriptHeads: ['', ''],
    totals: [],
    remarks: remarksOf(about),
    signedOn: '',
    signatures: [],
    printed: fill(general.printed, { at: dayAndTime(now, settings.zone, language), station }),
    page: general.page,
    noRows: words.noPictures,
    author: station,
  };
}

function factsOf({ asset, language, comments }: About): Paper['facts'] {
  const words = WORDS[language].facts;
  const { video, durationMs } = asset.probe;
  const open = comments.filter(({ resolvedAt }) => resolvedAt === null).length;
  const all: Paper['facts'] = [
    [words.file, clean(asset.originalName)],
    [words.length, durationMs > 0 ? spanText(durationMs) : ''],
    [words.picture, video ? `${video.width} × ${video.height}` : ''],
    [words.rate, video && video.frameRate > 0 ? String(video.frameRate) : ''],
    [words.comments, fill(words.counted, { all: String(comments.length), open: String(open) })],
    [words.hash, asset.hash.slice(0, 16)],
  ];
  return all.filter(([, value]) => value !== '');
}

function captionOf(about: About, { atMs, of }: Moment): Omit<PaperStill, 'jpeg'> {
  const { asset, comments } = about;
  const said = comments.filter(({ id }) => of.includes(id));
  const mark = said.find(({ place }) => place !== null)?.place ?? null;
  return {
    title: codeOf(atMs, asset.probe.video?.frameRate ?? 0),
    lines: said.map((comment) => `${numberOf(about, comment)}. ${lineOf(comment, about.language)}`),
    mark,
  };
}

const numberOf = ({ comments }: About, comment: PreviewComment) => comments.indexOf(comment) + 1;

function lineOf({ by, text, resolvedAt }: PreviewComment, language: Language): string {
  const state = resolvedAt === null ? '' : ` (${WORDS[language].resolved})`;
  return clean(`${by.name}: ${text}${state}`);
}

/** Of sound, which has no stills to stand under. */
function remarksOf(about: About): string[] {
  if (about.asset.probe.video) return [];
  const rate = 0;
  return about.comments.map(
    (comment) => `${numberOf(about, comment)}. ${codeOf(comment.atMs, rate)}  ${lineOf(comment, about.language)}`,
  );
}
