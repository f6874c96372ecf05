import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Link, madeFrom } from './recall';

/** Material as numbers, with who was made from whom; circles among them. */
const graph = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 })), { maxLength: 40 });
const linksIn =
  (edges: readonly (readonly [number, number])[]) =>
  (id: string): Link[] =>
    edges.flatMap(([from, to]) => (String(from) === id ? [{ assetId: String(to), kind: 'mended' as const }] : []));

/** Step by step until nothing is new: slow, and plainly right. */
function reached(edges: readonly (readonly [number, number])[], without: ReadonlySet<string>): Set<string> {
  const found = new Set(['0']);
  for (let size = 0; size !== found.size; ) {
    size = found.size;
    for (const [from, to] of edges) if (found.has(String(from)) && !without.has(String(to))) found.add(String(to));
  }
  found.delete('0');
  return found;
}

it('finds all that was made from it, each once, never itself, and nothing beyond what stays', () => {
  fc.assert(
    fc.property(graph, fc.uniqueArray(fc.integer({ min: 1, max: 12 })), (edges, stay) => {
      const without = new Set(stay.map(String));
      const found = madeFrom('0', linksIn(edges), ({ assetId }) => without.has(assetId)).map(({ assetId }) => assetId);
      expect(found.length).toBe(new Set(found).size);
      expect(new Set(found)).toEqual(reached(edges, without));
    }),
  );
});
