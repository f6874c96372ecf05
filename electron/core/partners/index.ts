/** Handlers of `agenciesApi` and `agreementsApi`. */
import type { HandlersOf } from '../../contract/api/handlers';
import type { agenciesApi, agreementsApi } from '../../contract/api/partners';
import { createAgencies } from './agencies';
import { createAgreements } from './agreements';
import type { PartnersOptions } from './options';

interface Partners {
  handlers: { agencies: HandlersOf<typeof agenciesApi>; agreements: HandlersOf<typeof agreementsApi> };
}

export function createPartners(options: PartnersOptions): Partners {
  return { handlers: { agencies: createAgencies(options), agreements: createAgreements(options) } };
}
