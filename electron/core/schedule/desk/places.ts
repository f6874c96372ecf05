/** Where an owner stands in `owners`, the table that grows with each day that is answered; at its end when it is new. */
export function placeIn(owners: string[], owner: string): number {
  const known = owners.indexOf(owner);
  return known >= 0 ? known : owners.push(owner) - 1;
}
