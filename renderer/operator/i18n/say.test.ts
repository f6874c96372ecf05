/** Reasons in the reader's words: those that count, and calendar days. */
import i18next from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import reasons from '../../../resources/locales/id/reasons.json';
import { reasonText } from './say';

beforeAll(() => i18next.init({ lng: 'id', resources: { id: { reasons } }, interpolation: { escapeValue: false } }));

it('says a reason that counts', () => {
  expect(reasonText({ code: 'requests.late', params: { count: 2, number: '003/PPID/2026' } })).toBe(
    '2 permohonan informasi lewat batas jawaban, yang pertama 003/PPID/2026.',
  );
});

it('writes a calendar day as a person does', () => {
  const params = { number: 'PKS/008', agency: 'Kecamatan Tirta Hulu', to: '2026-12-18', days: 30 };
  expect(reasonText({ code: 'agreement.ending', params })).toBe(
    'Perjanjian PKS/008 dengan Kecamatan Tirta Hulu berakhir pada 18 Desember 2026, dalam 30 hari ke depan.',
  );
});

it('writes a fraction as the reader does, and leaves whole numbers to be counted by', () => {
  const params = { lufs: -3.6, gap: 19.4, target: -23 };
  expect(reasonText({ code: 'quality.tooLoud', params })).toBe(
    'Kenyaringan -3,6 LUFS, 19,4 LU di atas sasaran -23 LUFS.',
  );
});
