/** What title and description of an episode begin with; a person changes them. Pure. */
import type { EpisodeOffer, OfferedItem } from '../../../electron/contract/api/episodes';
import type { EpisodeWords } from '../../../electron/contract/records/episode';

type Say = (key: string, params?: Record<string, string>) => string;
type Titled = Pick<OfferedItem, 'title'>;

const LONGEST_TITLE = 200;
const cut = (title: string): string => [...title].slice(0, LONGEST_TITLE).join('').trim();

/** `day`: of the broadcast, as the reader writes it. */
export interface Begun {
  offer: Pick<EpisodeOffer, 'programme' | 'rundownName' | 'guests'>;
  day: string;
  say: Say;
}

/** Of the chosen items as one. */
export function wordsOfAll({ offer, day, say }: Begun, chosen: readonly Titled[]): EpisodeWords {
  const programme = programmeOf(offer);
  const same = programme === offer.rundownName;
  const title = say(same ? 'titleShort' : 'titleFrom', { programme, name: offer.rundownName, day });
  return { title: cut(title), description: [...aboutOf({ offer, day, say }), ...topicsOf(chosen, say)].join('\n') };
}

/** Of one item alone. */
export function wordsOfOne({ offer, day, say }: Begun, { title }: Titled): EpisodeWords {
  const named = say('titleEach', { title: title || say('untitled'), programme: programmeOf(offer), day });
  return { title: cut(named), description: aboutOf({ offer, day, say }).join('\n') };
}

const programmeOf = ({ programme, rundownName }: Begun['offer']): string => programme?.name ?? rundownName;

function aboutOf({ offer, day, say }: Begun): string[] {
  const names = offer.guests.map(guestText).join('; ');
  return [say('aired', { programme: programmeOf(offer), day }), ...(names ? [say('guests', { names })] : [])];
}

/** `Ibu Sari (Anggota, KPU)`. How to reach them is not known here. */
export function guestText({ name, position, agency }: EpisodeOffer['guests'][number]): string {
  const office = [position, agency].filter(Boolean).join(', ');
  return office ? `${name} (${office})` : name;
}

function topicsOf(chosen: readonly Titled[], say: Say): string[] {
  const titles = chosen.flatMap(({ title }) => title || []).join('; ');
  return titles ? [say('topics', { titles })] : [];
}
