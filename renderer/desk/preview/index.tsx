/** Preview: material as a panel shows it, before it airs. Says what is wrong with the asset where there is nothing to look at. */
import { IconMovie } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams, useRouter, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isProbed } from '../../../electron/contract/records/asset';
import { orpc } from '../../client/client';
import { Exempt, useHides } from '../../operator/shared/Exempt';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { EmptyState, Page, RowSkeletons } from '../../ui';
import { Bench } from './Bench';
import { HeadActions } from './HeadActions';
import { type PreviewSearch, parsePreviewSearch } from './search';

export function PreviewScreen() {
  const { t } = useTranslation('preview');
  const { assetId = '' } = useParams({ strict: false });
  const search = parsePreviewSearch(useSearch({ strict: false }));
  const router = useRouter();
  const { data, error, refetch } = useQuery(orpc.library.get.queryOptions({ input: { id: assetId } }));
  const put = (change: PreviewSearch) =>
    void router.navigate({
      to: '/preview/$assetId',
      params: { assetId },
      search: { ...search, ...change },
      replace: true,
    });
  const hides = useHides();
  if (data && hides(data)) {
    return (
      <Page title={data.name}>
        <Exempt />
      </Page>
    );
  }
  if (data && isProbed(data)) return <Bench key={assetId} asset={data} search={search} onSearch={put} />;
  return (
    <Page title={data?.name ?? t('title')} actions={data && <HeadActions asset={data} />}>
      {error && <FaultPanel fault={error} onRetry={() => void refetch()} />}
      {!data && !error && <RowSkeletons label={t('loading')} />}
      {data && (
        <EmptyState icon={<IconMovie size={36} stroke={1.5} />} title={t('notYet')}>
          {t('notYetWords')}
        </EmptyState>
      )}
    </Page>
  );
}
