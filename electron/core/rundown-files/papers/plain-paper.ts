/** A paper with nothing on it but the station's letterhead and foot. */
import type { PaperQuery } from '../../../contract/api/rundown-files';
import type { Settings } from '../../../contract/records/settings';
import type { Zone } from '../../../contract/scalars';
import { clean, type Paper } from './paper';
import { dayAndTime, fill, wordsOf } from './words';

interface Printing {
  query: Pick<PaperQuery, 'language' | 'paper'>;
  now: number;
  /** Of the times on it. */
  zone: Zone;
}

export function plainPaper(settings: Settings, { query, now, zone }: Printing): Paper {
  const { language } = query;
  const words = wordsOf(language);
  const station = clean(settings.stationName);
  const lines = settings.letterhead.lines.map(clean).filter((line) => line !== '');
  return {
    language,
    size: query.paper,
    landscape: false,
    letterhead: { lines: lines.length > 0 ? lines : [station], address: clean(settings.letterhead.address) },
    title: '',
    subtitle: '',
    facts: [],
    columns: [],
    rows: [],
    script: null,
    scriptHeads: [words.columns.speaker, words.columns.text],
    totals: [],
    remarks: [],
    signedOn: '',
    signatures: [],
    printed: fill(words.printed, { at: dayAndTime(now, zone, language), station }),
    page: words.page,
    noRows: words.noRows,
    author: station,
  };
}
