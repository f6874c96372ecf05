/** An answer that is read in a broadcast: its words, which an editor may change, and when it is out. */
import { describe, expect, it } from 'vitest';
import { card, clock, freshPlaces, NOW, RUNDOWN } from '../../../tests/fixtures/hoax-places';
import { seed } from '../../../tests/fixtures/hoaxes';
import type { HoaxCase } from '../../contract/records/hoax-case';
import { HOUR_MS } from '../../domain/calendar';
import { caller } from '../store/samples';

const kit = freshPlaces();
const { answered, publish, places, approve, caseNow, read, readAloud } = kit;

describe('in a rundown', () => {
  it('is added with the words to be read, once however often it is asked for', async () => {
    const one = await answered();
    await publish(one, { rundownId: RUNDOWN });
    await publish(one, { rundownId: RUNDOWN });
    expect(read()).toMatchObject([{ kind: 'script', title: 'Pencoblosan diundur' }]);
    expect(JSON.stringify(kit.store.rundownParts.of('script', RUNDOWN))).toContain('Hoaks. Tidak benar.');
    expect(caseNow(one.id).rundownIds).toEqual([RUNDOWN]);
  });

  describe('when its answer is changed', () => {
    const clarify = (one: HoaxCase, answer: string) => {
      const clarification = { verdict: 'fact' as const, answer, sources: ['KPU'] };
      return kit.desk.handlers.clarify({ id: one.id, rev: caseNow(one.id).rev, clarification }, caller);
    };
    const inRundown = async (one: HoaxCase) => (await places(one)).find(({ kind }) => kind === 'rundown');
    const text = () => JSON.stringify(kit.store.rundownParts.of('script', RUNDOWN)[0]?.doc);
    const write = async (words: string) => {
      const { rundowns: handlers } = kit.rundowns.handlers;
      const [script] = kit.store.rundownParts.of('script', RUNDOWN);
      if (!script) throw new Error('no script');
      const content = [
        { type: 'line' as const, attrs: { speaker: '' }, content: [{ type: 'text' as const, text: words }] },
      ];
      await handlers.saveScript({ id: script.id, rev: script.rev, doc: { type: 'doc', content } }, caller);
    };

    it('says so until it is published again, which writes it anew, its length too, and draft', async () => {
      const one = await answered();
      await publish(one, { rundownId: RUNDOWN });
      const [was] = read();
      const fields = { status: 'approved' as const };
      const change = { type: 'set' as const, id: was?.id ?? '', rev: null, fields };
      await kit.rundowns.handlers.rundowns.edit({ id: RUNDOWN, changes: [change] }, caller);
      expect(await inRundown(one)).toMatchObject({ words: 'current' });
      clock.at += HOUR_MS;
      await clarify(one, 'Benar: '.repeat(40));
      await clarify(one, 'Benar, ditunda satu hari. '.repeat(20).trim());
      expect(await inRundown(one)).toMatchObject({ words: 'earlier' });
      expect(text()).toContain('Hoaks. Tidak benar.');
      await publish(one, {});
      expect(text()).toContain('Fakta. Benar, ditunda satu hari.');
      expect(text()).not.toContain('Tidak benar.');
      expect(await inRundown(one)).toMatchObject({ words: 'current' });
      expect(read()).toMatchObject([{ order: was?.order, status: 'draft' }]);
      expect(read()[0]?.durationMs).toBeGreaterThan((was?.durationMs ?? 0) * 2);
    });

    it('leaves words that an editor put, and says so until an editor has been there again', async () => {
      const one = await answered();
      await publish(one, { rundownId: RUNDOWN });
      clock.at += HOUR_MS;
      await write('KPU membantah.');
      expect(await inRundown(one)).toMatchObject({ words: 'current' });
      clock.at += HOUR_MS;
      await clarify(one, 'Benar.');
      expect(await inRundown(one)).toMatchObject({ words: 'edited' });
      clock.at += HOUR_MS;
      await publish(one, {});
      expect(text()).toContain('KPU membantah.');
      expect(await inRundown(one)).toMatchObject({ words: 'edited' });
      await write('KPU membenarkan.');
      await publish(one, {});
      expect(await inRundown(one)).toMatchObject({ words: 'current' });
      expect(text()).toContain('KPU membenarkan.');
    });

    it('stays as it was read once it was on air', async () => {
      const one = await answered();
      await publish(one, { rundownId: RUNDOWN });
      await readAloud(one, false);
      await clarify(one, 'Benar.');
      await publish(one, {});
      expect(text()).toContain('Tidak benar.');
      expect(await inRundown(one)).toMatchObject({ over: true, words: 'current' });
    });
  });

  it('is out with the approval of its words while the broadcast is to come, and not where the item was taken out', async () => {
    await approve();
    const out = await publish(await answered(), { rundownId: RUNDOWN });
    expect(out.publishedAt).toBe(NOW);
    await kit.store.commit(seed, (tx) => tx.put('asset', { ...card, rev: 2, approval: 'pending' }));
    const late = await publish(await answered(), { rundownId: RUNDOWN });
    const gone = { id: RUNDOWN, changes: [{ type: 'remove' as const, id: `${RUNDOWN}:${late.id}` }] };
    await kit.rundowns.handlers.rundowns.edit(gone, caller);
    kit.desk.start();
    await approve();
    await kit.desk.stop();
    expect(caseNow(late.id).publishedAt).toBeNull();
  });

  it('is out when it was read, though nobody had looked at its card', async () => {
    const one = await publish(await answered(), { rundownId: RUNDOWN });
    expect(one.publishedAt).toBeNull();
    kit.desk.start();
    clock.at += HOUR_MS;
    await readAloud(one, true);
    await readAloud(one, false);
    await kit.desk.stop();
    expect(caseNow(one.id).publishedAt).toBe(clock.at);
  });

  it('is no answer that was read in a rehearsal', async () => {
    const one = await publish(await answered(), { rundownId: RUNDOWN });
    kit.desk.start();
    await readAloud(one, true);
    await kit.desk.stop();
    expect(caseNow(one.id).publishedAt).toBeNull();
  });
});
