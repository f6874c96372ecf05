/** A field's rule, said once: as its description while it is kept, as its fault when it is broken. */
export function ruleOf(rule: string, isBroken: boolean): { description: string } | { error: string } {
  return isBroken ? { error: rule } : { description: rule };
}
