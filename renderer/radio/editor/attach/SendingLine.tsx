/** A file on its way, or why it was not kept. */
import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import css from '../detail/Detail.module.css';
import { letGo, type Sending } from './sending';

export function SendingLine({ file: { key, name, bytes, sent, refusal } }: { file: Sending }) {
  const { t } = useTranslation('rundowns');
  const label = t(refusal === null ? 'attach.stop' : 'attach.dismiss', { name });
  return (
    <li className={css.spot}>
      <span className={css.spotName}>
        {refusal === null ? (
          <>
            <span className="two-lines any-word">{t('attach.sending', { name })}</span>
            {sent === null ? (
              <span className={css.spotNote}>{t('attach.waiting')}</span>
            ) : (
              <progress className={css.sent} max={bytes} value={sent} aria-label={t('attach.sending', { name })} />
            )}
          </>
        ) : (
          <span role="alert" className={`any-word ${css.refusal}`}>
            {t('attach.notKept', { name })} {refusal}
          </span>
        )}
      </span>
      <ActionIcon size="sm" aria-label={label} title={label} onClick={() => letGo(key)}>
        <IconX size={14} stroke={1.75} />
      </ActionIcon>
    </li>
  );
}
