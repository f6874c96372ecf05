/**
 * A programme's podcast as RSS 2.0, with the tags that Apple requires (https://podcasters.apple.com/support/823-podcast-requirements) but for
 * one: there is no cover (`itunes:image`), so Apple's directory does not take it as it is. Programs that subscribe by address do. Pure.
 */
import type { ReadyEpisode } from '../../contract/records/episode';
import type { Language } from '../../contract/records/user';
import { type Element, xmlDocument } from './xml';

export interface Podcast {
  /** Of the programme. */
  title: string;
  description: string;
  stationName: string;
  language: Language;
  /** Where the feed itself stands; null where nobody said. */
  address: string | null;
  /** What stands before the name of an episode's file: an address that ends in `/`, or nothing. */
  before: string;
}

const NAMESPACES = {
  version: '2.0',
  'xmlns:itunes': 'http://www.itunes.com/dtds/podcast-1.0.dtd',
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
};
/** Apple's name for M4A; the registered one, audio/mp4, its directory does not take. */
const MIME = 'audio/x-m4a';

/** The address under which all podcasts stand, ending in one `/`, of what a person wrote. */
export const podcastBase = (address: string): string => address.replace(/\/*$/, '/');

/** `base` ends in `/`. */
export const feedAddress = (base: string, programmeId: string): string => `${base}${programmeId}/feed.xml`;

export const episodeFile = ({ id }: Pick<ReadyEpisode, 'id'>): string => `${id}.m4a`;

/** Newest first. */
export function feedOf(podcast: Podcast, episodes: readonly ReadyEpisode[]): string {
  const sorted = episodes.toSorted((a, b) => b.createdAt - a.createdAt || b.airedAt - a.airedAt);
  const channel = [...headOf(podcast, sorted), ...sorted.map((episode) => itemOf(episode, podcast))];
  return xmlDocument({ name: 'rss', attributes: NAMESPACES, content: [{ name: 'channel', content: channel }] });
}

function headOf({ title, description, stationName, language, address }: Podcast, all: readonly ReadyEpisode[]) {
  const made = Math.max(0, ...all.map(({ madeAt }) => madeAt));
  const self = { href: address ?? '', rel: 'self', type: 'application/rss+xml' };
  return [
    text('title', title),
    // A channel must have one: without an address of its own it is where the file stands.
    text('link', address ? new URL('.', address).href : './'),
    ...(address ? [{ name: 'atom:link', attributes: self }] : []),
    text('description', description || title),
    text('language', language),
    text('generator', 'Suar'),
    ...(made > 0 ? [text('lastBuildDate', rfc822(made))] : []),
    text('itunes:author', stationName),
    text('itunes:type', 'episodic'),
    text('itunes:explicit', 'false'),
    { name: 'itunes:category', attributes: { text: 'Government' } },
  ];
}

function itemOf(episode: ReadyEpisode, { before }: Podcast): Element {
  const { id, title, bytes, durationMs, createdAt } = episode;
  return {
    name: 'item',
    content: [
      text('title', title),
      text('description', describedWith(episode)),
      { name: 'guid', attributes: { isPermaLink: 'false' }, content: id },
      text('pubDate', rfc822(createdAt)),
      {
        name: 'enclosure',
        attributes: { url: `${before}${episodeFile(episode)}`, length: String(bytes), type: MIME },
      },
      text('itunes:duration', String(Math.round(durationMs / 1000))),
      text('itunes:episodeType', 'full'),
      text('itunes:explicit', 'false'),
    ],
  };
}

const text = (name: string, content: string): Element => ({ name, content });

/** With its chapters: players make links of such lines, and whoever has no such player reads them. */
export function describedWith({ description, chapters }: Pick<ReadyEpisode, 'description' | 'chapters'>): string {
  const lines = chapters.length > 1 ? chapters.map(({ title, startMs }) => `${clock(startMs)} ${title}`.trim()) : [];
  return [description, lines.join('\n')].filter(Boolean).join('\n\n');
}

function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return [hours, minutes, rest].map((part) => String(part).padStart(2, '0')).join(':');
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Sun, 22 Nov 2026 07:00:00 +0000`, RFC 822 with a year of four digits as RSS asks. */
export function rfc822(at: number): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${DAYS[date.getUTCDay()]}, ${two(date.getUTCDate())} ${MONTHS[date.getUTCMonth()]}`;
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(':');
  return `${day} ${date.getUTCFullYear()} ${time} +0000`;
}
