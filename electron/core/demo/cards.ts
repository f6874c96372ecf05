/** The demo's cards, as drafts, and what its hoax desk has in hand. */
import { DAY_MS, HOUR_MS } from '../../domain/calendar';
import { localParts } from '../../domain/time';
import { DEMO_CALLER, type DemoNeed } from './caller';
import { DEMO_STATION } from './tirtaraya';

const PLAIN = {
  ...{ logoAssetId: null, agencyId: null, feedId: null },
  look: { theme: 'dark' as const, slideMs: 10_000 },
};

export async function setUpCards({ store, rooms, clock }: DemoNeed): Promise<void> {
  if (store.all('card').length > 0 || store.all('hoaxCase').length > 0) return;
  const day = (offset: number) => localParts(clock.now() + offset * DAY_MS, DEMO_STATION.zone).date;
  const entries = [
    { date: day(0), time: '19:30', title: 'Ruang Pemilih', place: 'Radio Suara Tirtaraya' },
    { date: day(1), time: '09:00', title: 'Simulasi pemungutan suara', place: 'Alun-alun' },
    { date: day(3), time: null, title: 'Pasar murah', place: 'Kecamatan Tirta Hulu' },
  ];
  const agenda = { template: 'agenda' as const, heading: 'Agenda pekan ini', entries };
  const { cards } = rooms.cards.handlers;
  const hoaxes = rooms.hoaxes.handlers;
  const content = { ...PLAIN, name: 'Agenda pekan ini', category: 'Agenda daerah', qr: '', fields: agenda };
  await cards.create(content, DEMO_CALLER);
  const told = { reporter: '', channel: 'WhatsApp', link: '' };
  const claim = 'Pencoblosan di Tirtaraya diundur tiga hari karena banjir';
  const one = await hoaxes.report({ ...told, claim, reportedAt: clock.now() - 5 * HOUR_MS }, DEMO_CALLER);
  const clarification = {
    verdict: 'hoax' as const,
    answer: 'Tidak benar. KPU Kabupaten Tirtaraya memastikan pemungutan suara tetap pada jadwalnya.',
    sources: ['KPU Kabupaten Tirtaraya', 'https://kpu.tirtaraya.example/klarifikasi'],
  };
  await hoaxes.clarify({ id: one.id, rev: one.rev ?? 0, clarification }, DEMO_CALLER);
  const second = 'Sekolah di Tirta Hulu libur sampai pekan depan';
  await hoaxes.report({ ...told, claim: second, reportedAt: clock.now() - HOUR_MS }, DEMO_CALLER);
}
