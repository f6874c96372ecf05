/** Rules as sentences in both languages, from the very words of the console. */
import { describe, expect, it } from 'vitest';
import type { CapCounts, RuleFields } from '../../../electron/contract/records/rule';
import { FIRST_RULES, TEMPLATES } from '../../../electron/domain/judge/templates';
import en from '../../../resources/locales/en/rules.json';
import id from '../../../resources/locales/id/rules.json';
import { dateText, TAGS } from '../../operator/shared/date-text';
import { EMPTY_RULE } from './rule/empty-rule';
import { type RuleWords, sentenceOf } from './sentence';
import { monthsOver } from './stages/months';

function wordsIn(language: 'id' | 'en'): RuleWords {
  const file: object = language === 'id' ? id : en;
  const list = (type: 'conjunction' | 'disjunction') => (parts: readonly string[]) =>
    new Intl.ListFormat(TAGS[language], { type }).format(parts);
  return {
    say(key, params = {}) {
      const found = key.split('.').reduce<unknown>((at, part) => Reflect.get(Object(at), part), file);
      if (typeof found !== 'string') throw new Error(`no words for ${key}`);
      return found.replace(/\{\{(\w+)\}\}/g, (_, name) => String(params[name]));
    },
    ...{ all: list('conjunction'), any: list('disjunction') },
    date: (day) => dateText(day, language),
    span: (ms) => `${ms / 1000} s`,
    weekday: (day) => ['Senin', 'Selasa'][day - 1] ?? String(day),
    ...{ display: (name) => name, group: (name) => name, stage: (ref) => ref },
  };
}

const [state, tobacco] = FIRST_RULES;
const pilkada = TEMPLATES[0]?.rules ?? [];
const rule = (name: string): RuleFields => {
  const found = pilkada.find((each) => each.name.startsWith(name));
  if (!found) throw new Error(name);
  return { ...found, time: { ...found.time, stages: [...found.time.stages] } };
};

const capped = (counts: CapCounts): RuleFields => ({
  ...EMPTY_RULE,
  does: { kind: 'cap', plays: 10, seconds: null, of: 'agency', counts },
});

describe('a rule as a sentence', () => {
  it.each([
    [
      state,
      'Materi Iklan kampanye tidak boleh tayang di kanal mana pun.',
      'Material of Iklan kampanye may not air on any channel.',
    ],
    [
      tobacco,
      'Materi Iklan rokok tidak boleh tayang di layar, kecuali pukul 22:00–05:00.',
      'Material of Iklan rokok may not air on displays, except at 22:00–05:00.',
    ],
    [
      rule('Spot kampanye paling'),
      'Materi Spot kampanye fasilitasi KPU boleh tayang paling banyak 10 kali sehari di layar atau radio, dihitung untuk setiap pasangan calon atau peserta di setiap tempat.',
      'Material of Spot kampanye fasilitasi KPU may air at most 10 times a day on displays or radio, counted for each candidate pair or participant at each place.',
    ],
    [
      rule('Spot kampanye di layar'),
      'Sekali tayang, materi Spot kampanye fasilitasi KPU di layar paling lama 30 s.',
      'One play of material of Spot kampanye fasilitasi KPU on displays lasts at most 30 s.',
    ],
    [
      rule('Iklan kampanye hanya'),
      'Materi Iklan kampanye atau Spot kampanye fasilitasi KPU tidak boleh tayang di kanal mana pun, kecuali selama tahapan iklan-media.',
      'Material of Iklan kampanye or Spot kampanye fasilitasi KPU may not air on any channel, except during iklan-media.',
    ],
    [
      capped('station'),
      'Semua materi boleh tayang paling banyak 10 kali sehari di semua kanal, dihitung untuk setiap instansi di seluruh stasiun (semua layar dan radio). Setiap tempat mendapat bagiannya menurut pemesanan; layar yang luring tetap memakai bagian terakhir yang diterimanya.',
      'All material may air at most 10 times a day on every channel, counted for each agency over the whole station (all displays and the radio). Each place is given its part by what is booked; a display that is offline keeps to the part it last received.',
    ],
    [
      { ...capped('place'), scope: { ...EMPTY_RULE.scope, channels: ['radio' as const], breaks: true } },
      'Semua materi boleh tayang paling banyak 10 kali sehari di jeda radio, dihitung untuk setiap instansi di setiap tempat.',
      'All material may air at most 10 times a day in the breaks of the radio, counted for each agency at each place.',
    ],
  ])('says %o', (fields, indonesian, english) => {
    if (!fields) throw new Error('no rule');
    expect(sentenceOf(fields, wordsIn('id'))).toBe(indonesian);
    expect(sentenceOf(fields, wordsIn('en'))).toBe(english);
  });

  it('says days, weekdays, places and agencies, and that a lock stands above everything', () => {
    const scope = {
      categories: [],
      agencyKinds: ['participant' as const],
      channels: [],
      displayIds: ['VT-01'],
      groupIds: [],
      places: ['Alun-alun'],
      breaks: false,
    };
    const time = { from: '2024-11-24', to: '2024-11-26', stages: [], hours: [], weekdays: [2, 1], outside: false };
    expect(sentenceOf({ does: { kind: 'lock' }, scope, time }, wordsIn('id'))).toBe(
      'Semua materi dari peserta pemilihan tidak boleh tayang (hanya VT-01) di lokasi Alun-alun dari 24 November 2024 sampai 26 November 2024, setiap Senin dan Selasa, mendahului jadwal dan siaran darurat; materi yang kategorinya tidak dikenal juga ditolak. Hanya dua orang bersama-sama yang dapat mencabutnya.',
    );
  });
});

describe('stages over months', () => {
  it('take whole months, and each day its share', () => {
    const over = monthsOver([
      { from: '2024-11-24', to: '2024-11-26' },
      { from: '2024-12-16', to: '2024-12-16' },
    ]);
    expect(over?.months.map(({ day }) => day)).toEqual(['2024-11-01', '2024-12-01']);
    expect(over?.span('2024-11-01', '2024-11-30')).toEqual({ left: 0, width: 30 / 61 });
    expect(over?.at('2025-01-01')).toBe(1);
    expect(monthsOver([])).toBeNull();
  });
});
