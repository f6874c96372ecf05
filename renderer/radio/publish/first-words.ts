/** What title and description of an episode begin with; a person changes them. Pure. */
import type { EpisodeOffer, OfferedItem } from '../../../electron/contract/api/episodes';
import type { EpisodeWords } from '../../../electron/contract/records/episode';

type Say = (key: string, params?: Record<string, string>) => string;
type Chosen = Pick<OfferedItem, 'title' | 'stepId'>;
type Speaker = EpisodeOffer['guests'][number];

const LONGEST_TITLE = 200;
const cut = (title: string): string => [...title].slice(0, LONGEST_TITLE).join('').trim();

/** `day`: of the broadcast, as the reader writes it. */
export interface Begun {
  offer: Pick<EpisodeOffer, 'programme' | 'rundownName' | 'guests'>;
  day: string;
  say: Say;
}

/** Of the chosen items as one. */
export function wordsOfAll({ offer, day, say }: Begun, chosen: readonly Chosen[]): EpisodeWords {
  const programme = programmeOf(offer);
  const same = programme === offer.rundownName;
  const title = say(same ? 'titleShort' : 'titleFrom', { programme, name: offer.rundownName, day });
  return {
    title: cut(title),
    description: [...aboutOf({ offer, day, say }, chosen), ...topicsOf(chosen, say)].join('\n'),
  };
}

/** Of one item alone. */
export function wordsOfOne({ offer, day, say }: Begun, item: Chosen): EpisodeWords {
  const named = say('titleEach', { title: item.title || say('untitled'), programme: programmeOf(offer), day });
  return { title: cut(named), description: aboutOf({ offer, day, say }, [item]).join('\n') };
}

const programmeOf = ({ programme, rundownName }: Begun['offer']): string => programme?.name ?? rundownName;

/** Who may be heard in the chosen items. */
export const speakersOf = ({ guests }: Pick<EpisodeOffer, 'guests'>, chosen: readonly Pick<Chosen, 'stepId'>[]) =>
  guests.filter(({ stepIds }) => chosen.some(({ stepId }) => stepIds.includes(stepId)));

/** Whoever did not agree is not named in public either: that is for a person to write. */
function aboutOf({ offer, day, say }: Begun, chosen: readonly Chosen[]): string[] {
  const agreed = speakersOf(offer, chosen).filter(({ consent }) => consent);
  const names = agreed.map(guestText).join('; ');
  return [say('aired', { programme: programmeOf(offer), day }), ...(names ? [say('guests', { names })] : [])];
}

/** `Ibu Sari (Anggota, KPU)`. How to reach them is not known here. */
export function guestText({ name, position, agency }: Pick<Speaker, 'name' | 'position' | 'agency'>): string {
  const office = [position, agency].filter(Boolean).join(', ');
  return office ? `${name} (${office})` : name;
}

function topicsOf(chosen: readonly Chosen[], say: Say): string[] {
  const titles = chosen.flatMap(({ title }) => title || []).join('; ');
  return titles ? [say('topics', { titles })] : [];
}
