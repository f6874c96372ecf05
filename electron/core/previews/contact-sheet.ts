/** A contact sheet: stills of an asset at even times, at its comments and at what the quality check found, with time codes, on the station's letterhead. */
import enPreview from '../../../resources/locales/en/preview.json';
import idPreview from '../../../resources/locales/id/preview.json';
import type { ProbedAsset } from '../../contract/records/asset';
import type { PreviewComment } from '../../contract/records/preview';
import type { QualityFinding } from '../../contract/records/quality';
import type { Settings } from '../../contract/records/settings';
import type { Language } from '../../contract/records/user';
import { type Moment, momentsOf } from '../../domain/preview/moments';
import { draw } from '../rundown-files/papers/draw';
import { clean, type Paper, type PaperStill } from '../rundown-files/papers/paper';
import { dayAndTime, fill, spanText, wordsOf } from '../rundown-files/papers/words';
import { settingsOf } from '../store';
import { together } from '../together';
import { pathOf } from './captions';
import { commentsOf } from './comments';
import { codeOf, fileNameOf, WORDS } from './csv';
import { probedOf, type Room, refuseExempt } from './room';
import type { Turns } from './turns';

const STILL_WIDTH = 480;
const FOUND = { id: idPreview, en: enPreview } as const;

export interface Sheet {
  name: string;
  bytes: Buffer;
}

/** @throws Failure notFound, refused, fileGone, toolMissing */
export async function contactSheet(room: Room, turns: Turns, assetId: string, language: Language): Promise<Sheet> {
  const { store, clock } = room;
  const asset = probedOf(store, assetId);
  refuseExempt(store, asset);
  const comments = commentsOf(store, assetId).filter(({ hash }) => hash === asset.hash);
  const findings = findingsOf(room, asset);
  const seen = findings.filter(({ toMs }) => toMs !== null).map(({ id, fromMs }) => ({ id, atMs: fromMs }));
  const moments = momentsOf(asset.probe, [...comments.map(({ id, atMs }) => ({ id, atMs })), ...seen]);
  const source = pathOf(room, asset.hash);
  const stills = await together(
    moments.map(async (moment) => ({ moment, jpeg: await turns(take(room, asset, source, moment)) })),
  );
  const about = { asset, comments, findings, language, settings: settingsOf(store), now: clock.now() };
  const paper = sheetPaper(about, stills);
  return { name: `${fileNameOf(WORDS[language].sheet, asset)}.pdf`, bytes: await draw(paper, 'pdf') };
}

const take =
  ({ media }: Room, { probe }: ProbedAsset, source: string, { atMs }: Moment): Parameters<Turns>[0] =>
  (work, target) =>
    media.stillAt({ source, probe, atMs, width: STILL_WIDTH, target }, work);

interface About {
  asset: ProbedAsset;
  comments: readonly PreviewComment[];
  findings: readonly QualityFinding[];
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
    lines: [
      ...said.map((comment) => `${numberOf(about, comment)}. ${lineOf(comment, about.language)}`),
      ...about.findings.filter(({ id }) => of.includes(id)).map((finding) => foundText(finding, about.language)),
    ],
    mark,
  };
}

const numberOf = ({ comments }: About, comment: PreviewComment) => comments.indexOf(comment) + 1;

function lineOf({ by, text, resolvedAt }: PreviewComment, language: Language): string {
  const state = resolvedAt === null ? '' : ` (${WORDS[language].resolved})`;
  return clean(`${by.name}: ${text}${state}`);
}

/** As the newest check of this very file found them. */
function findingsOf({ store }: Room, { id, hash }: ProbedAsset): readonly QualityFinding[] {
  const report = store.get('qualityReport', id);
  return report?.hash === hash ? report.findings : [];
}

function foundText({ kind, severity }: QualityFinding, language: Language): string {
  const words = FOUND[language];
  return `${words.severity[severity]}: ${words.kinds[kind]}`;
}

/** What is of the whole file; of sound also what was said, for it has no stills to stand under. */
function remarksOf(about: About): string[] {
  const { asset, comments, findings, language } = about;
  const whole = findings.filter(({ toMs }) => toMs === null || !asset.probe.video);
  const found = whole.map((finding) => foundText(finding, language));
  if (asset.probe.video) return found;
  const said = comments.map(
    (comment) => `${numberOf(about, comment)}. ${codeOf(comment.atMs, 0)}  ${lineOf(comment, language)}`,
  );
  return [...said, ...found];
}
