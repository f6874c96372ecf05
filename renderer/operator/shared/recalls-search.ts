/** What the address of the recalls may carry: the recall that is open, or the material that is to be taken back (empty: still to be chosen). */
export function parseRecallsSearch({ id, asset }: Record<string, unknown>): { id?: string; asset?: string } {
  return { ...(typeof id === 'string' ? { id } : {}), ...(typeof asset === 'string' ? { asset } : {}) };
}
