import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState, Page } from '../../ui';

export function NotFound() {
  const { t } = useTranslation('common');
  return (
    <Page title={t('notFound.title')}>
      <EmptyState
        title={t('notFound.title')}
        actions={
          <Button component={Link} to="/">
            {t('nav.overview')}
          </Button>
        }
      >
        {t('notFound.words')}
      </EmptyState>
    </Page>
  );
}
