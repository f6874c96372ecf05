/** An empty card of each template. */
import type { CardContent, CardFields, CardTemplate } from '../../../electron/contract/records/card';
import type { LocalDate } from '../../../electron/contract/scalars';

export const TEMPLATES: readonly CardTemplate[] = [
  'hoax',
  'agenda',
  'announcement',
  'emergency',
  'result',
  'quote',
  'countdown',
];

const fieldsFor = (today: LocalDate): { readonly [T in CardTemplate]: Extract<CardFields, { template: T }> } => ({
  hoax: { template: 'hoax', label: 'hoax', claim: '', answer: '', source: '' },
  agenda: { template: 'agenda', heading: '', entries: [] },
  announcement: { template: 'announcement', title: '', body: '' },
  emergency: { template: 'emergency', title: '', body: '', source: '' },
  result: {
    ...{ template: 'result', title: '', rows: [{ name: '', value: '' }] },
    ...{ approvedBy: '', letterNumber: '', letterDate: today },
  },
  quote: { template: 'quote', words: '', speaker: '', position: '' },
  countdown: { template: 'countdown', event: '', date: today, body: '' },
});

/** In the address of a card that is not kept yet: `/cards/new-hoax`. */
const NEW = 'new-';
export const newAddress = (template: CardTemplate): string => `${NEW}${template}`;
export const templateIn = (cardId: string): CardTemplate | null =>
  TEMPLATES.find((template) => newAddress(template) === cardId) ?? null;

const SLIDE_MS = 10_000;

export function emptyCard(template: CardTemplate, today: LocalDate): CardContent {
  return {
    ...{ name: '', fields: fieldsFor(today)[template], logoAssetId: null, agencyId: null, category: null },
    ...{ qr: '', feedId: null, look: { theme: 'dark', slideMs: SLIDE_MS } },
  };
}

/** What the list calls it, where nobody has: its first words. */
export function nameFrom(fields: CardFields): string {
  const line = wordsOf(fields).replaceAll(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79).trimEnd()}…` : line;
}

function wordsOf(fields: CardFields): string {
  switch (fields.template) {
    case 'hoax':
      return fields.claim;
    case 'agenda':
      return fields.heading;
    case 'quote':
      return fields.speaker;
    case 'countdown':
      return fields.event;
    default:
      return fields.title;
  }
}
