export interface Named {
  id: string;
  name: string;
}

/** Where a loop may hold. */
export interface LoopPlaces {
  displays: readonly Named[];
  groups: readonly Named[];
}
