/** What can be done with rows of a rundown, by key, by menu or by mouse: each is one decision of the station, and undone as one. */
import { useTranslation } from 'react-i18next';
import {
  type ItemFields,
  type ItemKind,
  type PartId,
  PLAIN_ITEM,
  type RundownItem,
} from '../../../../electron/contract/records/rundown-item';
import type { ScriptDoc } from '../../../../electron/contract/records/script';
import type { Show } from '../../../../electron/contract/records/show';
import { newId } from '../../../../electron/contract/ulid';
import { client } from '../../../client/client';
import { faultText } from '../../../operator/i18n/say';
import { undoLast } from '../../../operator/shared/undo';
import { toastDone, toastFault } from '../../../ui';
import { useEditor } from '../context';
import { copiesOf, type NewRow } from '../copies';
import { intoSegment, nudged, outOfSegment, type Place, placeBelow, topsOf } from '../moves';
import type { Clip } from '../paste';
import { only, type Selection } from '../selection';

export interface ListCommands {
  add: (kind?: ItemKind) => PartId;
  remove: () => void;
  duplicate: () => Promise<void>;
  nudge: (by: -1 | 1) => void;
  into: () => void;
  out: () => void;
  putRows: (rows: readonly Partial<ItemFields>[]) => void;
  putClip: (clip: Clip) => Promise<void>;
  clip: () => Clip;
}

export function useListCommands(selection: Selection, choose: (selection: Selection) => void): ListCommands {
  const { t } = useTranslation(['rundowns', 'common']);
  const { rundown, items, edit, lockOf, state } = useEditor();
  const { ids, at } = selection;
  const offer = { label: t('common:undo'), run: () => void undoLast() };
  const put = (rows: readonly NewRow[], place: Place) => {
    const { changes, ids: made } = copiesOf(items, rundown.id, rows, place);
    edit(changes);
    if (made[0]) choose({ ids: new Set(made), at: made[0], from: made[0] });
    return made;
  };
  const putCopies = async (clip: Clip, place: Place) => {
    try {
      put(await withScripts(clip), place);
      toastDone(t('done.added', { count: clip.rows.length }), offer);
    } catch (fault) {
      toastFault(faultText(fault));
    }
  };
  const clip = (): Clip => clipOf(rundown.id, items, ids);
  return {
    clip,
    add(kind = 'free') {
      const place = kind === 'segment' ? { parentId: null, after: topOf(items, at) } : placeBelow(items, at);
      const [id = ''] = put([{ parent: null, fields: { ...PLAIN_ITEM, kind }, script: null }], place);
      choose(only(id));
      return id;
    },
    remove() {
      const tops = topsOf(items, ids);
      const held = tops.find(({ id }) => lockOf(id));
      if (held)
        return toastFault({
          happened: t('lock.words', { name: lockOf(held.id)?.name ?? '' }),
          kept: '',
          todo: '',
          details: [],
        });
      const onAir = onAirAmong(tops, items, state.show);
      if (onAir) {
        const title = onAir.title || t('list.untitled');
        return toastFault({ happened: t('onAir.held', { title }), kept: '', todo: t('onAir.todo'), details: [] });
      }
      if (tops.length === 0) return;
      edit(tops.map(({ id }) => ({ type: 'remove', id })));
      toastDone(t('done.removed', { count: tops.length }), offer);
    },
    async duplicate() {
      const last = topsOf(items, ids).at(-1);
      if (last) await putCopies(clip(), { parentId: last.parentId, after: last.id });
    },
    nudge: (by) => edit(nudged(items, ids, by)),
    into: () => edit(intoSegment(items, ids)),
    out: () => edit(outOfSegment(items, ids)),
    putRows(rows) {
      put(
        rows.map((fields) => ({ parent: null, fields: { ...PLAIN_ITEM, ...fields }, script: null })),
        placeBelow(items, at),
      );
      toastDone(t('done.added', { count: rows.length }), offer);
    },
    putClip: (rows) => putCopies(rows, placeBelow(items, at)),
  };
}

/** The station would refuse it too, but only after it was out of sight. */
function onAirAmong(tops: readonly RundownItem[], items: readonly RundownItem[], show: Show | null) {
  const item = items.find(({ id }) => show?.state === 'onAir' && id === show.current?.itemId);
  return tops.some(({ id }) => id === item?.id || id === item?.parentId) ? item : undefined;
}

/** The row at the top that an item is in, or is. */
function topOf(items: readonly RundownItem[], id: PartId | null): PartId | null {
  const item = items.find((each) => each.id === id);
  return item ? (item.parentId ?? item.id) : (placeBelow(items, null).after ?? null);
}

/** The rows chosen, a segment with what is in it. */
function clipOf(rundownId: string, items: readonly RundownItem[], ids: ReadonlySet<PartId>): Clip {
  const tops = topsOf(items, ids);
  const rows: Clip['rows'] = [];
  for (const top of tops) {
    const place = rows.length;
    rows.push({ id: top.id, parent: null, fields: fieldsOf(top) });
    if (top.kind !== 'segment') continue;
    const inside = topsOf(items, new Set(items.filter(({ parentId }) => parentId === top.id).map(({ id }) => id)));
    for (const item of inside) rows.push({ id: item.id, parent: place, fields: fieldsOf(item) });
  }
  return { rundownId, rows };
}

function fieldsOf(item: RundownItem): ItemFields {
  const {
    id: _id,
    rev: _rev,
    rundownId: _of,
    parentId: _in,
    order: _order,
    updatedAt: _at,
    updatedBy: _by,
    ...fields
  } = item;
  return fields;
}

async function withScripts({ rundownId, rows }: Clip): Promise<NewRow[]> {
  const scripts = await client.rundowns.scripts({ id: rundownId });
  const docs = new Map<PartId, ScriptDoc>(scripts.map(({ id, doc }) => [id, doc]));
  // A spot put in for a booking fulfils it once; a copy plays the same material by hand.
  return rows.map(({ id, parent, fields }) => ({
    parent,
    fields: { ...fields, spots: fields.spots.map((spot) => ({ ...spot, key: newId(), bookingId: null })) },
    script: docs.get(id) ?? null,
  }));
}
