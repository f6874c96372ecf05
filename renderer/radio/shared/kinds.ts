/** Each kind of item with its sign and colour: a place in the palette of twelve that stay apart for colour-blind eyes. */
import {
  type Icon,
  IconAd2,
  IconBolt,
  IconClockHour12,
  IconFileText,
  IconFolder,
  IconMessageCircle,
  IconMicrophone2,
  IconMusic,
  IconNews,
  IconNote,
  IconPhone,
  IconPlayerTrackNext,
  IconSpeakerphone,
} from '@tabler/icons-react';
import { ItemKind, type RundownItem } from '../../../electron/contract/records/rundown-item';
import { PLAYED } from '../../../electron/domain/rundown/kinds';
import { PALETTE } from '../../operator/shared/booking-colours';

const KINDS: Record<ItemKind, { icon: Icon; colour: number }> = {
  segment: { icon: IconFolder, colour: 0 },
  script: { icon: IconFileText, colour: 5 },
  spotBreak: { icon: IconAd2, colour: 3 },
  ilm: { icon: IconSpeakerphone, colour: 2 },
  jingle: { icon: IconBolt, colour: 4 },
  bumper: { icon: IconPlayerTrackNext, colour: 10 },
  sweeper: { icon: IconMicrophone2, colour: 7 },
  insert: { icon: IconNews, colour: 11 },
  voxPop: { icon: IconMessageCircle, colour: 6 },
  phoneIn: { icon: IconPhone, colour: 1 },
  music: { icon: IconMusic, colour: 8 },
  timeSignal: { icon: IconClockHour12, colour: 9 },
  free: { icon: IconNote, colour: 0 },
};

export const KIND_NAMES = ItemKind.options;
export const KIND_ICONS = Object.fromEntries(KIND_NAMES.map((kind) => [kind, KINDS[kind].icon])) as Record<
  ItemKind,
  Icon
>;

export function colourOf({ kind, colour }: Pick<RundownItem, 'kind' | 'colour'>): string {
  return PALETTE[colour ?? KINDS[kind].colour] ?? PALETTE[0];
}

/** Kinds that may play something of the library: also what is of no kind. */
export const mayPlay = (kind: ItemKind): boolean => kind === 'free' || PLAYED.has(kind);
