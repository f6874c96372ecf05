/** Who is to come, and how to reach them: only for those who prepare broadcasts. */
import { DAY_MS, timeMs } from '../../../domain/calendar';
import { localParts } from '../../../domain/time';
import { columnsFor, headsOf, isWide, rowOf } from './columns';
import type { Paper } from './paper';
import { blankPaper, type Printing } from './sheet-of';
import type { Source } from './source';
import { wordsOf } from './words';

export function guestsPaper(source: Source, printing: Printing): Paper {
  const words = wordsOf(printing.query.language);
  const columns = columnsFor('guests', printing.query.columns);
  const heads = headsOf(columns, words);
  const today = localParts(printing.now, source.rundown.zone).date;
  const rows = source.guests.map(({ guest, arrival }, at) => {
    // Data whose time is over is not spread further on paper, even before it is forgotten.
    const kept = guest.keepUntil === null || guest.keepUntil >= today;
    const values = {
      number: String(at + 1),
      name: guest.name,
      position: guest.position,
      agency: guest.agency,
      arrival: { text: arrival, day: arrival === '' ? null : timeMs(arrival) / DAY_MS },
      phone: kept ? guest.phone : '',
      email: kept ? guest.email : '',
      consent: guest.consent.given ? words.flags.yes : words.flags.no,
      notes: kept ? guest.notes : '',
    };
    return { look: 'plain' as const, ...rowOf(columns, values) };
  });
  return { ...blankPaper('guests', source, printing), columns: heads, landscape: isWide(heads), rows };
}
