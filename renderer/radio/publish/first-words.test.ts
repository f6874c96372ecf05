import { expect, it } from 'vitest';
import { type Begun, speakersOf, wordsOfAll, wordsOfOne } from './first-words';

const offer = (name: string, programme: string | null): Begun['offer'] => ({
  programme: programme === null ? null : { id: 'P', name: programme },
  rundownName: name,
  guests: [
    { name: 'Ibu Sari', position: 'Anggota', agency: 'KPU', consent: true, stepIds: ['1', '3'] },
    { name: 'Pak Budi', position: '', agency: '', consent: false, stepIds: ['1'] },
    { name: 'Pak Dedi', position: '', agency: '', consent: true, stepIds: ['3', '4'] },
    { name: 'Bu Nia', position: '', agency: '', consent: true, stepIds: ['4'] },
  ],
});
const begun = (about: Begun['offer']): Begun => ({
  offer: about,
  day: 'Minggu',
  say: (key, params = {}) => [key, ...Object.values(params)].join('|'),
});

it('names the programme, the rundown and the day, who spoke in it and agreed, and of what', () => {
  const words = wordsOfAll(begun(offer('Cek DPT', 'Ruang Pemilih')), [
    { stepId: '1', title: 'Pembuka' },
    { stepId: '2', title: '' },
    { stepId: '3', title: 'Telepon' },
  ]);
  expect(words).toEqual({
    title: 'titleFrom|Ruang Pemilih|Cek DPT|Minggu',
    description: 'aired|Ruang Pemilih|Minggu\nguests|Ibu Sari (Anggota, KPU); Pak Dedi\ntopics|Pembuka; Telepon',
  });
});

it('of guests names none who did not agree, nor who spoke elsewhere', () => {
  const about = begun(offer('Cek DPT', 'Ruang Pemilih'));
  expect(wordsOfOne(about, { stepId: '1', title: 'Pembuka' }).description).toBe(
    'aired|Ruang Pemilih|Minggu\nguests|Ibu Sari (Anggota, KPU)',
  );
  expect(wordsOfOne(about, { stepId: '2', title: '' }).description).toBe('aired|Ruang Pemilih|Minggu');
  const heard = speakersOf(about.offer, [{ stepId: '1' }]);
  expect(heard.map(({ name }) => name)).toEqual(['Ibu Sari', 'Pak Budi']);
});

it('says a name once where rundown and programme share it, or there is no programme', () => {
  for (const programme of ['Ruang Pemilih', null])
    expect(wordsOfAll(begun(offer('Ruang Pemilih', programme)), []).title).toMatch(/^titleShort\|Ruang Pemilih/);
});

it('gives each file the title of its item, never longer than a title may be', () => {
  const about = begun(offer('Cek DPT', 'Ruang Pemilih'));
  expect(wordsOfOne(about, { stepId: '3', title: 'Telepon' }).title).toBe('titleEach|Telepon|Ruang Pemilih|Minggu');
  expect(wordsOfOne(about, { stepId: '2', title: '' }).title).toBe('titleEach|untitled|Ruang Pemilih|Minggu');
  expect([...wordsOfOne(about, { stepId: '3', title: '😀'.repeat(300) }).title]).toHaveLength(200);
});
