/** What a screen reader hears as the cursor moves. */
import { useTranslation } from 'react-i18next';
import { DAY_MS } from '../../../../../electron/domain/calendar';
import { useFormats } from '../../../i18n/formats';
import type { Colouring } from '../colouring';
import type { Silence } from '../lane/silence';
import type { Spot } from '../spot';
import type { DisplayView } from './Row';
import { useSpotWords } from './use-spot-words';

interface ToldProps {
  cursor: Spot | null;
  rows: readonly DisplayView[];
  chosen: ReadonlySet<string>;
  colouring: Colouring;
  lets: (bookingId: string) => boolean;
  silence: readonly Silence[];
}

export function Told({ cursor, rows, chosen, colouring, lets, silence }: ToldProps) {
  const { t } = useTranslation('schedule');
  const formats = useFormats();
  const wordsOf = useSpotWords(colouring, lets, silence);
  const words = cursor && wordsOf(cursor);
  const name = rows.find(({ display }) => display.id === cursor?.displayId)?.display.name ?? '';
  const length = cursor ? cursor.end - cursor.start : 0;
  const days = cursor?.kind === 'cell' || (cursor?.kind === 'bar' && cursor.part === null);
  return (
    <span className="unseen" role="status">
      {cursor &&
        t('timeline.told', {
          display: name,
          clip: words?.name,
          from: days ? formats.date(cursor.start) : formats.time(cursor.start),
          length: days ? t('timeline.days', { count: Math.round(length / DAY_MS) }) : formats.span(length),
          why: [words?.source, ...(words?.lines ?? [])].join('. '),
        })}
      {cursor?.kind === 'bar' && chosen.has(cursor.booking.id) && ` ${t('lane.chosen', { count: chosen.size })}`}
    </span>
  );
}
