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
