/** Panels that show material or are going to, and places that name it: what it leaves when it is taken off. */
import { useTranslation } from 'react-i18next';
import type { RecallPreview } from '../../../electron/contract/api/recalls';
import { Section, StatusDot } from '../../ui';
import css from './Recalls.module.css';
import { Touches } from './Touches';

export function TouchedPlaces({ preview }: { preview: Pick<RecallPreview, 'touches' | 'panels' | 'panelsUnread'> }) {
  const { t } = useTranslation('recalls');
  const { touches, panels, panelsUnread } = preview;
  return (
    <>
      <Section title={t('sheet.panels')}>
        {panels.length === 0 && <p className={css.quiet}>{t('sheet.noPanels')}</p>}
        <ul className={css.touches}>
          {panels.map((panel) => (
            <li key={panel.id}>
              <span className={css.grow}>{panel.name}</span>
              {panel.onPanel ? (
                <StatusDot tone="red">{t('sheet.onPanel')}</StatusDot>
              ) : (
                <StatusDot tone={panel.connected ? 'green' : 'amber'}>
                  {t(panel.connected ? 'sheet.inTimeline' : panel.met ? 'sheet.offline' : 'sheet.never')}
                </StatusDot>
              )}
            </li>
          ))}
        </ul>
        {panelsUnread > 0 && <p className={css.quiet}>{t('sheet.unread', { count: panelsUnread })}</p>}
      </Section>
      <Section title={t('touches.title')}>
        <Touches touches={touches} />
      </Section>
    </>
  );
}
