/** On air: before, while and after a show of one rundown. The newest show says which. */
import { Button } from '@mantine/core';
import { IconMicrophoneOff } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAir } from '../../client/use-air';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { EmptyState, Page, RowSkeletons } from '../../ui';
import { After } from './after/After';
import { CartDock } from './CartDock';
import css from './CartDock.module.css';
import { Lost } from './Lost';
import { Live } from './live/Live';
import { Ready } from './ready/Ready';

export function OnAirScreen() {
  const { rundownId } = useParams({ strict: false });
  // A show of another rundown begins with nothing selected or asked.
  return <OnAirOf key={rundownId} rundownId={rundownId ?? ''} />;
}

function OnAirOf({ rundownId }: { rundownId: string }) {
  const { t } = useTranslation('onAir');
  const { air, followed } = useAir(rundownId);
  const [anew, setAnew] = useState(false);
  const name = air?.state.rundown.name;
  const show = air?.state.show ?? null;
  const isOn = show?.state === 'onAir';
  useEffect(() => {
    document.title = name ? `${name} · ${t('title')}` : 'Suar';
  }, [name, t]);
  useEffect(() => {
    if (isOn) setAnew(false);
  }, [isOn]);

  if (followed.state === null) return <Gone />;
  if (!air)
    return (
      <Page title={t('title')}>
        {followed.fault ? <FaultPanel fault={followed.fault} /> : <RowSkeletons label={t('loading')} rows={8} />}
      </Page>
    );
  const lost = !followed.connected && <Lost />;
  const isOver = show !== null && !isOn && !anew;
  return (
    <div className={css.screen}>
      <div className={css.stage}>
        {lost}
        {show && isOn && <Live air={air} show={show} connected={followed.connected} />}
        {show && isOver && <After air={air} show={show} onAnew={() => setAnew(true)} />}
        {!isOn && !isOver && (
          <Ready air={air} connected={followed.connected} onLog={show ? () => setAnew(false) : undefined} />
        )}
      </div>
      {!isOver && <CartDock rundownId={rundownId} />}
    </div>
  );
}

function Gone() {
  const { t } = useTranslation('onAir');
  return (
    <Page title={t('title')}>
      <EmptyState
        icon={<IconMicrophoneOff size={36} stroke={1.5} />}
        title={t('gone')}
        actions={
          <Button component={Link} to="/rundowns" variant="default">
            {t('toList')}
          </Button>
        }
      >
        {t('goneWords')}
      </EmptyState>
    </Page>
  );
}
