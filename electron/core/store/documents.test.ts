import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Documents } from './documents';
import { sampleUser } from './samples';

const ids = Array.from({ length: 90 }, (_, at) => `01J00000000000000000000${String(at).padStart(3, '0')}`);
const edit = fc.record({ id: fc.constantFrom(...ids), gone: fc.boolean() });

it('lists its records in order of id whatever was put and removed, the list never sorted anew for a few', () => {
  fc.assert(
    fc.property(fc.array(fc.array(edit, { minLength: 1, maxLength: 80 }), { maxLength: 8 }), (commits) => {
      const documents = new Documents();
      const held = new Map<string, string>();
      documents.all('user');
      for (const [at, edits] of commits.entries()) {
        const changes = edits.map(({ id, gone }) => {
          if (gone) held.delete(id);
          else held.set(id, `Orang ${at}`);
          const value = gone ? undefined : sampleUser({ id, name: `Orang ${at}` });
          return { record: 'user' as const, id, value };
        });
        documents.adopt(documents.after(changes, at + 1));
        const told = documents.all('user').map(({ id, name }) => [id, name]);
        expect(told).toEqual([...held].sort(([a], [b]) => (a < b ? -1 : 1)));
      }
    }),
  );
});
