/** Random commands, undos and redos of two people against a plain map and plain stacks. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openStore, type Store } from '.';
import { colleague, operator, quiet, sampleAsset, sampleDisplay, samplePlaylist, temporaryFolder } from './samples';

const KINDS = ['playlist', 'display', 'asset'] as const;
type Kind = (typeof KINDS)[number];
const samples = { playlist: samplePlaylist, display: sampleDisplay, asset: sampleAsset };
const ids = ['0', '1', '2'].map((n) => `01ARZ3NDEKTSV4RRFFQ69G5FA${n}`);

type Step =
  | { do: 'put'; who: number; kind: Kind; slot: number; name: string }
  | { do: 'remove'; who: number; kind: Kind; slot: number }
  | { do: 'undo'; who: number }
  | { do: 'redo'; who: number };

const who = fc.nat({ max: 1 });
const kind = fc.constantFrom(...KINDS);
const slot = fc.nat({ max: 2 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('put' as const), who, kind, slot, name: fc.constantFrom('A', 'B', 'C') }),
  fc.record({ do: fc.constant('remove' as const), who, kind, slot }),
  fc.record({ do: fc.constant('undo' as const), who }),
  fc.record({ do: fc.constant('redo' as const), who }),
);

interface Move {
  key: string;
  before: string | undefined;
  after: string | undefined;
}

/** Names by `kind slot`, and each person's two stacks. */
class Model {
  readonly names = new Map<string, string>();
  private readonly stacks = [0, 1].map(() => ({ done: [] as Move[], undone: [] as Move[] }));

  change(person: number, key: string, after: string | undefined): void {
    const before = this.names.get(key);
    if (before === after) return;
    this.set(key, after);
    const stack = this.stack(person);
    stack.done.push({ key, before, after });
    stack.undone.length = 0;
  }

  /** What the store should answer. */
  reverse(person: number, which: 'undo' | 'redo'): 'done' | 'nothingToUndo' | 'undoConflict' {
    const { done, undone } = this.stack(person);
    const [from, to] = which === 'undo' ? [done, undone] : [undone, done];
    const move = from.at(-1);
    if (!move) return 'nothingToUndo';
    const [now, then] = which === 'undo' ? [move.after, move.before] : [move.before, move.after];
    if (this.names.get(move.key) !== now) return 'undoConflict';
    this.set(move.key, then);
    from.pop();
    to.push(move);
    return 'done';
  }

  private stack(person: number) {
    return this.stacks[person] as (typeof this.stacks)[number];
  }

  private set(key: string, name: string | undefined): void {
    if (name === undefined) this.names.delete(key);
    else this.names.set(key, name);
  }
}

async function apply(store: Store, model: Model, step: Step): Promise<void> {
  const actor = step.who === 0 ? operator : colleague;
  if (step.do === 'undo' || step.do === 'redo') {
    const answer = await store[step.do](actor).then(
      () => 'done',
      (fault) => fault.code,
    );
    expect(answer).toBe(model.reverse(step.who, step.do));
    return;
  }
  const id = ids[step.slot] as string;
  const edit = { command: step.do, actor, undoable: true };
  await store.commit(edit, (tx) => {
    if (step.do === 'remove') return tx.remove(step.kind, id);
    const now = tx.get(step.kind, id) ?? samples[step.kind]({ id });
    // One cast: the name and its record belong together, which the union cannot show.
    tx.put(step.kind, { ...now, name: step.name } as never);
  });
  model.change(step.who, `${step.kind} ${step.slot}`, step.do === 'put' ? step.name : undefined);
}

function namesIn(store: Store): Map<string, string> {
  const found = new Map<string, string>();
  for (const name of KINDS) {
    for (const [n, id] of ids.entries()) {
      const record = store.get(name, id);
      if (record) found.set(`${name} ${n}`, record.name);
    }
  }
  return found;
}

it('holds what a plain map holds, also after a restart', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const { dir, remove } = temporaryFolder();
      const options = { dir, clock: { now: () => 1 }, log: quiet };
      let store = await openStore(options);
      const model = new Model();
      for (const one of steps) {
        await apply(store, model, one);
        expect(namesIn(store)).toEqual(model.names);
      }
      await store.close();
      store = await openStore(options);
      expect(store.recovered).toEqual([]);
      expect(namesIn(store)).toEqual(model.names);
      await store.close();
      remove();
    }),
    { numRuns: 40 },
  );
}, 60_000);
