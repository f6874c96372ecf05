/** From recalled material to where it is kept: its submission, and the library. */
import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import css from './Recalls.module.css';

export function Ways({ assetId, submissionId }: { assetId: string; submissionId: string | null }) {
  const { t } = useTranslation('recalls');
  return (
    <p className={css.ways}>
      {submissionId && (
        <Anchor
          underline="always"
          size="sm"
          renderRoot={(props) => <Link to="/submissions/$submissionId" params={{ submissionId }} {...props} />}
        >
          {t('toSubmission')}
        </Anchor>
      )}
      <Anchor
        underline="always"
        size="sm"
        renderRoot={(props) => <Link to="/library" search={{ id: assetId }} {...props} />}
      >
        {t('toLibrary')}
      </Anchor>
    </p>
  );
}
