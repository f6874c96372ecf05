/**
 * Rules and stages to begin with. They are data that a person edits: laws change, local rules differ, and sources disagree about
 * some days. Dates and figures as of the general regional elections of 2024.
 */

import {
  ALWAYS,
  EVERYWHERE,
  type RuleFields,
  type RuleTime,
  type Stage,
  type StageCalendarFields,
} from '../../contract/records/rule';
import { dateOf, dayNumber } from '../calendar';
import { stageRefOf } from './stage-ref';

const CAMPAIGN = 'Iklan kampanye';
const TOBACCO = 'Iklan rokok';
/** What the commission itself pays for, alike for every pair. */
const FACILITATED = 'Spot kampanye fasilitasi KPU';
const TRACK_RECORD = 'Rekam jejak peserta';

const LAW = { validFrom: null, validTo: null, active: true } as const;

/** Put into a new station once. */
export const FIRST_RULES: readonly RuleFields[] = [
  {
    ...LAW,
    name: 'Fasilitas pemerintah tidak menayangkan kampanye',
    does: { kind: 'refuse' },
    scope: { ...EVERYWHERE, categories: [CAMPAIGN] },
    time: ALWAYS,
    source: 'UU 7/2017 pasal 304',
  },
  {
    ...LAW,
    name: 'Iklan rokok di videotron hanya malam hari',
    does: { kind: 'refuse' },
    scope: { ...EVERYWHERE, categories: [TOBACCO], channels: ['displays'] },
    time: { ...ALWAYS, hours: [{ start: '22:00:00', end: '05:00:00' }], outside: true },
    source: 'PP 28/2024 pasal 449',
  },
];

export interface Template {
  key: string;
  calendar: StageCalendarFields;
  /** Their stages are named by the key of the stage alone. */
  rules: readonly (Omit<RuleFields, 'time'> & { time: Omit<RuleTime, 'stages'> & { stages: readonly string[] } })[];
}

const stage = (key: string, name: string, from: string, to: string): Stage => ({ key, name, from, to });

const PILKADA_2024: Template = {
  key: 'pilkada-2024',
  calendar: {
    name: 'Pilkada 2024',
    source: 'PKPU 2/2024; PKPU 13/2024',
    stages: [
      stage('perencanaan', 'Perencanaan program dan anggaran', '2024-01-01', '2024-01-26'),
      stage('badan-adhoc', 'Pembentukan PPK, PPS, dan KPPS', '2024-04-17', '2024-11-05'),
      stage('dp4', 'Penyerahan data penduduk (DP4)', '2024-04-24', '2024-05-31'),
      stage('perseorangan', 'Pemenuhan syarat calon perseorangan', '2024-05-05', '2024-08-19'),
      stage('daftar-pemilih', 'Pemutakhiran daftar pemilih', '2024-05-31', '2024-09-23'),
      stage('pengumuman', 'Pengumuman pendaftaran pasangan calon', '2024-08-24', '2024-08-26'),
      stage('pendaftaran', 'Pendaftaran pasangan calon', '2024-08-27', '2024-08-29'),
      stage('penelitian', 'Penelitian persyaratan calon', '2024-08-27', '2024-09-21'),
      stage('penetapan', 'Penetapan pasangan calon', '2024-09-22', '2024-09-22'),
      stage('kampanye', 'Masa kampanye', '2024-09-25', '2024-11-23'),
      stage('iklan-media', 'Iklan kampanye di media', '2024-11-10', '2024-11-23'),
      stage('masa-tenang', 'Masa tenang', '2024-11-24', '2024-11-26'),
      stage('pemungutan', 'Pemungutan suara', '2024-11-27', '2024-11-27'),
      stage('rekapitulasi', 'Penghitungan dan rekapitulasi suara', '2024-11-27', '2024-12-16'),
      stage(
        'terpilih',
        'Penetapan calon terpilih (paling lama 5 hari setelah pemberitahuan MK, sesuaikan)',
        '2024-12-17',
        '2024-12-21',
      ),
    ],
  },
  rules: [
    {
      ...LAW,
      name: 'Masa tenang',
      does: { kind: 'lock' },
      scope: { ...EVERYWHERE, categories: [CAMPAIGN, FACILITATED, TRACK_RECORD] },
      time: { ...ALWAYS, stages: ['masa-tenang'] },
      source: 'PKPU 13/2024; PKPU 2/2024',
    },
    {
      ...LAW,
      name: 'Iklan kampanye hanya pada masanya',
      does: { kind: 'refuse' },
      scope: { ...EVERYWHERE, categories: [CAMPAIGN, FACILITATED] },
      time: { ...ALWAYS, stages: ['iklan-media'], outside: true },
      source: 'PKPU 13/2024',
    },
    {
      ...LAW,
      name: 'Spot kampanye paling banyak 10 kali sehari',
      does: { kind: 'cap', plays: 10, seconds: null, of: 'subject', counts: 'place' },
      scope: { ...EVERYWHERE, categories: [FACILITATED], channels: ['displays', 'radio'] },
      time: ALWAYS,
      source: 'PKPU 13/2024',
    },
    {
      ...LAW,
      name: 'Spot kampanye di layar paling lama 30 detik',
      does: { kind: 'longest', ms: 30_000 },
      scope: { ...EVERYWHERE, categories: [FACILITATED], channels: ['displays'] },
      time: ALWAYS,
      source: 'PKPU 13/2024',
    },
    {
      ...LAW,
      name: 'Spot kampanye di radio paling lama 60 detik',
      does: { kind: 'longest', ms: 60_000 },
      scope: { ...EVERYWHERE, categories: [FACILITATED], channels: ['radio'] },
      time: ALWAYS,
      source: 'PKPU 13/2024',
    },
    ...FIRST_RULES.filter(({ scope }) => scope.categories.includes(CAMPAIGN)),
  ],
};

export const TEMPLATES: readonly Template[] = [PILKADA_2024];

export interface Copy {
  calendar: StageCalendarFields;
  rules: RuleFields[];
  /** What the rules speak of: the station is to know it. */
  categories: string[];
}

/** A template as a station's own, every date so many days later. @param id of the calendar to be */
export function copyOf(
  template: Template,
  { id, name, shiftDays }: { id: string; name: string; shiftDays: number },
): Copy {
  const shifted = (date: string) => dateOf(dayNumber(date) + shiftDays);
  const { calendar } = template;
  const rules = template.rules.map(({ time, ...rule }) => ({
    ...rule,
    time: { ...time, stages: time.stages.map((key) => stageRefOf(id, key)) },
  }));
  return {
    calendar: {
      ...calendar,
      name,
      stages: calendar.stages.map((each) => ({ ...each, from: shifted(each.from), to: shifted(each.to) })),
    },
    rules,
    categories: [...new Set(rules.flatMap(({ scope }) => scope.categories))],
  };
}

/** Whether two rules do the same to the same at the same time, whatever they are called. */
export function sameRule(a: RuleFields, b: RuleFields): boolean {
  const said = ({ does, scope, time, active }: RuleFields) => JSON.stringify([does, scope, time, active]);
  return said(a) === said(b);
}
