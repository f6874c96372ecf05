/** What stands on a card, by template: a label and blocks of text in the order of reading. Pure; the layout knows no templates. */
import type { AgendaEntry, CardDrawing, CardFields, CardTemplate, HoaxLabel } from '../../contract/records/card';
import { dayNumber } from '../calendar';
import { dateWords, timeWords, typeset } from './typography';
import { faceOf, filled } from './words';

/** `figure` is read from afar, `title` first, `fine` last. */
export type Role = 'figure' | 'title' | 'strong' | 'text' | 'fine';
export interface Block {
  role: Role;
  text: string;
  /** What it stands under: said again where a page begins with it. */
  under?: string;
}

export interface Colours {
  ground: string;
  ink: string;
  soft: string;
  label: string;
  onLabel: string;
}

export interface Content {
  label: string;
  blocks: Block[];
  colours: Colours;
  qr: string;
  logo: { width: number; height: number } | null;
}

const DARK = { ground: '#0b1424', ink: '#ffffff', soft: '#c9d4e6' };
const LIGHT = { ground: '#ffffff', ink: '#0b1424', soft: '#3c4759' };
/** The one template that takes the whole panel. */
const ALARM = { ground: '#8c1111', ink: '#ffffff', soft: '#ffe3e0', label: '#ffffff', onLabel: '#8c1111' };
const LABELS: Record<CardTemplate | HoaxLabel, string> = {
  hoax: '#b3261e',
  fact: '#1b6e3c',
  disinformation: '#8a4b00',
  hateSpeech: '#6a1b9a',
  agenda: '#1d4fa3',
  announcement: '#1d4fa3',
  emergency: '#8c1111',
  result: '#24506b',
  quote: '#4a3a7a',
  countdown: '#0b5d57',
};

export function contentOf(drawing: CardDrawing): Content {
  const { fields, look, qr, logo, asOf, language } = drawing;
  const face = faceOf(language);
  const kind = fields.template === 'hoax' ? fields.label : fields.template;
  const plain = { ...(look.theme === 'dark' ? DARK : LIGHT), label: LABELS[kind], onLabel: '#ffffff' };
  const age = asOf
    ? filled(face.asOf, {
        date: dateWords(asOf.date, language),
        time: timeWords(asOf.time, language),
        zone: drawing.zone,
      })
    : '';
  const blocks = [...blocksOf(fields, drawing), block('fine', age)];
  return {
    label: face.labels[kind],
    blocks: blocks.filter(({ text }) => text !== ''),
    colours: fields.template === 'emergency' ? ALARM : plain,
    qr,
    logo,
  };
}

const block = (role: Role, text: string): Block => ({ role, text: typeset(text) });

function blocksOf(fields: CardFields, drawing: CardDrawing): Block[] {
  const { language } = drawing;
  const face = faceOf(language);
  const source = (of: string) => block('fine', of && filled(face.source, { source: of }));
  switch (fields.template) {
    case 'hoax':
      return [
        block('strong', fields.claim && filled(face.claim, { claim: fields.claim })),
        block('text', fields.answer && filled(face.answer, { answer: fields.answer })),
        source(fields.source),
      ];
    case 'agenda':
      return [block('title', fields.heading), ...agendaBlocks(fields.entries, drawing)];
    case 'announcement':
      return [block('title', fields.title), block('text', fields.body)];
    case 'emergency':
      return [block('title', fields.title), block('strong', fields.body), source(fields.source)];
    case 'result':
      return [
        block('title', fields.title),
        ...fields.rows.map(({ name, value }) => block('strong', [name, value].filter(Boolean).join(': '))),
        block('fine', letterOf(fields, drawing)),
      ];
    case 'quote':
      return [
        block('title', unquoted(fields.words) && `“${unquoted(fields.words)}”`),
        block('strong', fields.speaker),
        block('fine', fields.position),
      ];
    case 'countdown':
      return [
        block('figure', countWords(fields.date, drawing)),
        block('title', fields.event),
        block('text', dateWords(fields.date, language)),
        block('fine', fields.body),
      ];
    default:
      return fields satisfies never;
  }
}

/** Whoever typed marks around the words gets them once. */
const unquoted = (words: string): string => words.replace(/^["“”\s]+|["“”\s]+$/g, '');

function letterOf(fields: Extract<CardFields, { template: 'result' }>, { language }: CardDrawing): string {
  const { approvedBy, letterNumber: number, letterDate } = fields;
  const face = faceOf(language);
  const said = [
    approvedBy && filled(face.fixedBy, { approvedBy }),
    number && filled(face.letterNumber, { number }),
  ].filter(Boolean);
  // The date alone would say nothing.
  return said.length === 0 ? '' : [...said, dateWords(letterDate, language)].join(', ');
}

/** Only what is still to come, day by day. */
function agendaBlocks(entries: readonly AgendaEntry[], drawing: CardDrawing): Block[] {
  const coming = entries
    .filter(({ date }) => date >= drawing.today)
    .toSorted((a, b) => `${a.date} ${a.time ?? ''}`.localeCompare(`${b.date} ${b.time ?? ''}`));
  if (coming.length === 0) return [block('text', faceOf(drawing.language).noEntries)];
  return coming.flatMap((entry, at) => [
    ...(coming[at - 1]?.date === entry.date ? [] : [block('strong', dateWords(entry.date, drawing.language))]),
    { ...block('text', entryWords(entry, drawing)), under: dateWords(entry.date, drawing.language) },
  ]);
}

function entryWords({ time, title, place }: AgendaEntry, { language, zone }: CardDrawing): string {
  const at = time && filled(faceOf(language).at, { time: timeWords(time, language), zone });
  return [title, at, place].filter(Boolean).join(', ');
}

/** Reckoned for the day it is drawn for. */
function countWords(date: string, { today, language }: CardDrawing): string {
  const face = faceOf(language);
  const left = dayNumber(date) - dayNumber(today);
  if (left > 1) return filled(face.days, { count: left });
  if (left === 1) return face.oneDay;
  return left === 0 ? face.today : face.past;
}
