/** `Daftar putar 2` where the plain name is taken. */
export function freeName(wanted: string, lists: readonly { name: string }[]): string {
  const taken = new Set(lists.map(({ name }) => name));
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted} ${number}`)) number++;
  return `${wanted} ${number}`;
}
