/** What was shown of it, newest first. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../client/client';
import { useFormats } from '../../operator/i18n/formats';
import { At } from '../../operator/shared/At';
import { Section } from '../../ui';
import css from './Portal.module.css';

const ASK_MS = 10_000;

export function Airings({ id }: { id: string }) {
  const { t } = useTranslation('submissions');
  const { span } = useFormats();
  const aired = useQuery({ ...orpc.portal.airings.queryOptions({ input: { id } }), refetchInterval: ASK_MS }).data;
  if (!aired) return null;
  return (
    <Section title={t('portal.aired')}>
      {aired.plays === 0 ? (
        <p className={css.muted}>{t('portal.airedNone')}</p>
      ) : (
        <>
          <p>{t('portal.airedSum', { plays: aired.plays, length: span(aired.shownMs) })}</p>
          <table className={css.aired}>
            <thead>
              <tr>
                <th scope="col">{t('portal.when')}</th>
                <th scope="col">{t('portal.where')}</th>
                <th scope="col">{t('portal.length')}</th>
              </tr>
            </thead>
            <tbody>
              {aired.items.map(({ startedAt, display, shownMs }) => (
                <tr key={`${startedAt} ${display}`}>
                  <td>
                    <At at={startedAt} as="dateTime" />
                  </td>
                  <td>{display}</td>
                  <td>{span(shownMs)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Section>
  );
}
