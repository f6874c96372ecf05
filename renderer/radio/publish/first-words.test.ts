import { expect, it } from 'vitest';
import { type Begun, wordsOfAll, wordsOfOne } from './first-words';

const offer = (name: string, programme: string | null): Begun['offer'] => ({
  programme: programme === null ? null : { id: 'P', name: programme },
  rundownName: name,
  guests: [
    { name: 'Ibu Sari', position: 'Anggota', agency: 'KPU', consent: true },
    { name: 'Pak Budi', position: '', agency: '', consent: false },
  ],
});
const begun = (about: Begun['offer']): Begun => ({
  offer: about,
  day: 'Minggu',
  say: (key, params = {}) => [key, ...Object.values(params)].join('|'),
});

it('names the programme, the rundown and the day, who spoke, and of what', () => {
  const words = wordsOfAll(begun(offer('Cek DPT', 'Ruang Pemilih')), [
    { title: 'Pembuka' },
    { title: '' },
    { title: 'Telepon' },
  ]);
  expect(words).toEqual({
    title: 'titleFrom|Ruang Pemilih|Cek DPT|Minggu',
    description: 'aired|Ruang Pemilih|Minggu\nguests|Ibu Sari (Anggota, KPU); Pak Budi\ntopics|Pembuka; Telepon',
  });
});

it('says a name once where rundown and programme share it, or there is no programme', () => {
  for (const programme of ['Ruang Pemilih', null])
    expect(wordsOfAll(begun(offer('Ruang Pemilih', programme)), []).title).toMatch(/^titleShort\|Ruang Pemilih/);
});

it('gives each file the title of its item, never longer than a title may be', () => {
  const about = begun(offer('Cek DPT', 'Ruang Pemilih'));
  expect(wordsOfOne(about, { title: 'Telepon' }).title).toBe('titleEach|Telepon|Ruang Pemilih|Minggu');
  expect(wordsOfOne(about, { title: '' }).title).toBe('titleEach|untitled|Ruang Pemilih|Minggu');
  expect([...wordsOfOne(about, { title: '😀'.repeat(300) }).title]).toHaveLength(200);
});
