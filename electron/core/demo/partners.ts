/** The demo's agencies and the agreements under which they hand over material. */
import { NOTHING_LENT } from '../../contract/records/partner';
import { DAY_MS } from '../../domain/calendar';
import { localParts } from '../../domain/time';
import { DEMO_RECIPES } from '../media/demo';
import { DEMO_CALLER, type DemoDesk } from './caller';
import { AGREEMENTS, DEMO_STATION, KINDS } from './tirtaraya';

/** Name of an agency -> its id. */
export type DemoAgencies = ReadonlyMap<string, string>;

/** Every agency that a clip or an agreement names, found by its name or made. */
export async function setUpAgencies({ store, rooms }: DemoDesk): Promise<DemoAgencies> {
  const names = new Set([...DEMO_RECIPES, ...AGREEMENTS].map(({ agency }) => agency));
  const known = new Map(store.all('agency').map(({ name, id }) => [name, id]));
  for (const name of names) {
    if (known.has(name)) continue;
    const { id } = await rooms.partners.handlers.agencies.create(agencyFields(name), DEMO_CALLER);
    known.set(name, id);
  }
  return known;
}

const agencyFields = (name: string) => ({ name, kind: KINDS[name] ?? 'local', notes: '', address: '', contacts: [] });

/** Name of an agency -> the id of its agreement; begun a quarter of a year ago. */
export async function setUpAgreements(need: DemoDesk, agencies: DemoAgencies): Promise<ReadonlyMap<string, string>> {
  const { store, rooms, clock } = need;
  const made = new Map(store.all('agreement').map(({ agencyId, id }) => [agencyId, id]));
  const day = (offset: number) => localParts(clock.now() + offset * DAY_MS, DEMO_STATION.zone).date;
  const year = day(0).slice(0, 4);
  const ids = new Map<string, string>();
  for (const { agency, number, days } of AGREEMENTS) {
    const agencyId = agencies.get(agency);
    if (agencyId === undefined) continue;
    const paper = `PKS/${String(number).padStart(3, '0')}/DISKOMINFO/${year}`;
    const fields = {
      agencyId,
      number: paper,
      from: day(-90),
      to: day(days),
      lent: { ...NOTHING_LENT, dayMs: 7_200_000 },
    };
    const known = made.get(agencyId);
    ids.set(agency, known ?? (await rooms.partners.handlers.agreements.create(fields, DEMO_CALLER)).id);
  }
  return ids;
}
