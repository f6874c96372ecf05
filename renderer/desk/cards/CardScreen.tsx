/** One card: its fields at the left, how each panel will show it at the right. Aired is what was published last. */
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../client/client';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { CardSkeletons, Page } from '../../ui';
import { DeskTabs } from '../shared/DeskTabs';
import { useToday } from '../shared/use-today';
import { CardEditor } from './CardEditor';
import { emptyCard, templateIn } from './starters';

export function CardScreen() {
  const { t } = useTranslation('cards');
  const { cardId } = useParams({ from: '/cards/$cardId' });
  const template = templateIn(cardId);
  const today = useToday();
  const found = useQuery({ ...orpc.cards.get.queryOptions({ input: { id: cardId } }), enabled: template === null });
  if (template) return <CardEditor key={cardId} shown={null} start={emptyCard(template, today)} />;
  if (found.data) return <CardEditor key={cardId} shown={found.data} start={found.data.card} />;
  return (
    <Page title={t('title')} toolbar={<DeskTabs />}>
      {found.error ? (
        <FaultPanel fault={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <CardSkeletons label={t('loading')} cards={2} height={320} />
      )}
    </Page>
  );
}
