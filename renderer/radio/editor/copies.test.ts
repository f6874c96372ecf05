import { expect, it } from 'vitest';
import { PLAIN_ITEM } from '../../../electron/contract/records/rundown-item';
import { items, partId, RUNDOWN_ID } from '../../../electron/domain/rundown/samples';
import { inOrder } from '../../../electron/domain/rundown/tree';
import { copiesOf } from './copies';
import { applied } from './pending';

const row = (title: string, parent: number | null = null, kind: 'free' | 'segment' = 'free') => ({
  parent,
  fields: { ...PLAIN_ITEM, title, kind },
  script: null,
});
const RUNDOWN = items({ title: '1' }, { title: '2', kind: 'segment' }, { title: '3', in: 2 }, { title: '4' });
const after = (...args: [Parameters<typeof copiesOf>[2], Parameters<typeof copiesOf>[3]]) =>
  inOrder(applied(RUNDOWN, copiesOf(RUNDOWN, RUNDOWN_ID, ...args).changes, { by: '', at: 1 }))
    .map(({ title, parentId }) => (parentId ? `.${title}` : title))
    .join(' ');

it('adds rows where they belong, a segment with what is in it', () => {
  const place = { parentId: null, after: partId(1) };
  expect(after([row('a', null, 'segment'), row('b', 0), row('c', 0), row('d')], place)).toBe('1 a .b .c d 2 .3 4');
  expect(after([row('a')], { parentId: partId(2), after: partId(3) })).toBe('1 2 .3 .a 4');
});

it('puts a segment behind the one it was dropped in', () => {
  expect(after([row('a', null, 'segment'), row('b', 0)], { parentId: partId(2), after: null })).toBe('1 2 .3 a .b 4');
});
