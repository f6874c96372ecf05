/** What leaves the station: a programme's feed and the files that it names. */
import en from '../../../resources/locales/en/podcast.json';
import id from '../../../resources/locales/id/podcast.json';
import { Failure } from '../../contract/failure';
import type { MediaFile } from '../../contract/handover';
import type { Episode, ReadyEpisode } from '../../contract/records/episode';
import type { Language } from '../../contract/records/user';
import { episodeFile, feedAddress, feedOf, type Podcast, podcastBase } from '../../domain/episode/feed';
import { isOfConsent } from '../../domain/episode/leave';
import { withheldOf } from '../rules/gate';
import { requireRecord, settingsOf } from '../store';
import type { Room } from './room';

const WORDS = { id, en } as const satisfies Record<Language, typeof id>;

export type EpisodeFile = MediaFile & { hash: string };

export interface PodcastDoors {
  /** Of one who is signed in; null while it is not made. @throws Failure withheld: it is a file to be carried away */
  audio(id: string): EpisodeFile | null;
  /** To be saved beside its files, or under the address that the settings name. @throws Failure notFound */
  feed(programmeId: string): string;
  /** The same two for everybody: null where that is not switched on, and of what is held back. */
  openAudio(id: string): EpisodeFile | null;
  openFeed(programmeId: string): string | null;
  /** What a listener reads in place of sound, the same whether there is such an episode or not. */
  notHere(): string;
}

export function createPodcast(room: Room): PodcastDoors {
  const { store } = room;
  const isOpen = () => settingsOf(store).podcast.open;
  const ready = (id: string): ReadyEpisode | null => {
    const episode = store.get('episode', id);
    return episode?.state === 'ready' ? episode : null;
  };
  return {
    audio(id) {
      const episode = ready(id);
      const because = episode ? withheldOf(store, episode, room.clock.now()).filter((each) => !isOfConsent(each)) : [];
      if (because.length > 0) throw new Failure('withheld', {}, because);
      return fileOf(room, episode);
    },
    feed: (programmeId) => feedFor(room, programmeId, ''),
    openAudio(id) {
      const episode = isOpen() ? ready(id) : null;
      return fileOf(room, episode && isPublic(room, episode) ? episode : null);
    },
    openFeed: (programmeId) =>
      isOpen() && store.get('programme', programmeId) ? feedFor(room, programmeId, '../') : null,
    notHere() {
      const { language, stationName } = settingsOf(store);
      return WORDS[language].notHere.replace('{station}', () => stationName);
    },
  };
}

/** An episode of no programme is in no feed: it is a file that somebody carries. */
const isPublic = ({ store, clock }: Room, episode: Episode): boolean =>
  episode.programmeId !== null && withheldOf(store, episode, clock.now()).length === 0;

function fileOf({ places }: Room, episode: ReadyEpisode | null): EpisodeFile | null {
  if (!episode) return null;
  const { hash, bytes } = episode;
  return { path: places.fileOf(episode), bytes, hash, mime: 'audio/mp4', fileName: episodeFile(episode) };
}

/** `beside`: the way from the feed to its files where no address is known. @throws Failure notFound */
function feedFor(room: Room, programmeId: string, beside: string): string {
  const { store } = room;
  const { name, description } = requireRecord(store, 'programme', programmeId);
  const { stationName, language, podcast } = settingsOf(store);
  const base = podcast.address === null ? null : podcastBase(podcast.address);
  const about: Podcast = {
    ...{ title: name, description, stationName, language },
    address: base === null ? null : feedAddress(base, programmeId),
    before: base ?? beside,
  };
  const episodes = store.timed
    .where('episode', 'programmeId', programmeId)
    .flatMap((episode) => (episode.state === 'ready' && isPublic(room, episode) ? [episode] : []));
  return feedOf(about, episodes);
}
