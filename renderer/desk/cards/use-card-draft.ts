/** A card while it is written: kept when asked, and before it is published. */
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownCard } from '../../../electron/contract/api/cards';
import { CardContent } from '../../../electron/contract/records/card';
import { client } from '../../client/client';
import { useCommand } from '../../operator/shared/use-command';
import { standingOf } from './Standing';
import { nameFrom } from './starters';

export function useCardDraft(shown: ShownCard | null, start: CardContent) {
  const { t } = useTranslation('cards');
  const navigate = useNavigate();
  const [draft, setDraft] = useState<CardContent>(() => contentOf(start));
  const kept = useRef(shown ? { id: shown.card.id, rev: shown.card.rev } : null);
  if (kept.current && shown) kept.current.rev = Math.max(kept.current.rev, shown.card.rev);
  const read = CardContent.safeParse({ ...draft, name: draft.name.trim() || nameFrom(draft.fields) });
  // What was kept last; of a new card what it began with, which is no loss.
  const [keptText, setKeptText] = useState(() => textOf(start));
  const changed = !shown || !read.success || JSON.stringify(read.data) !== JSON.stringify(contentOf(shown.card));

  async function keep(): Promise<{ id: string; rev: number }> {
    if (!read.success) throw read.error;
    const held = kept.current;
    const card = held
      ? await client.cards.update({ ...held, content: read.data })
      : await client.cards.create(read.data);
    kept.current = { id: card.id, rev: card.rev };
    setDraft(read.data);
    setKeptText(textOf(read.data));
    return kept.current;
  }

  const open = (id: string) => {
    if (!shown) void navigate({ to: '/cards/$cardId', params: { cardId: id }, replace: true, ignoreBlocker: true });
  };
  const save = useCommand({
    run: keep,
    done: () => t('saved'),
    undo: true,
    onDone: ({ id }) => open(id),
    onFault: () => {},
  });
  const publish = useCommand({
    run: async () => {
      const held = changed || !kept.current ? await keep() : kept.current;
      return client.cards.publish(held);
    },
    done: (done) => t(`published.${standingOf(done) === 'pending' ? 'pending' : 'airs'}`),
    onDone: ({ card }) => {
      kept.current = { id: card.id, rev: card.rev };
      open(card.id);
    },
    onFault: () => {},
  });
  return { draft, setDraft, ready: read.success, changed, unsaved: textOf(draft) !== keptText, save, publish };
}

function contentOf({ name, fields, logoAssetId, agencyId, category, qr, feedId, look }: CardContent): CardContent {
  return { name, fields, logoAssetId, agencyId, category, qr, feedId, look };
}

const textOf = (content: CardContent): string => JSON.stringify(contentOf(content));
