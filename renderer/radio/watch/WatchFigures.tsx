/** When it is dead air, and whether a tone says so. Seldom touched, so folded away. */
import { Select } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NumberField } from '../../operator/shared/NumberField';
import type { Choice } from './choice';
import { watch } from './engine';
import css from './Watch.module.css';

const NO_TONE = 'none';

export function WatchFigures({ choice }: { choice: Choice }) {
  const { t } = useTranslation('watch');
  const outputs = useOutputs();
  const tones = [
    { value: NO_TONE, label: t('figures.noTone') },
    { value: '', label: t('figures.ownOutput') },
    ...outputs,
  ];
  return (
    <details className={css.figures}>
      <summary>{t('figures.title')}</summary>
      <div className={css.fields}>
        <NumberField
          label={t('figures.level')}
          min={-90}
          max={-20}
          unit="dBFS"
          value={choice.silenceDb}
          onLeave={(db) => db !== null && db >= -90 && db <= -20 && watch.choose({ silenceDb: db })}
        />
        <NumberField
          label={t('figures.seconds')}
          min={1}
          max={600}
          unit={t('figures.secondsUnit')}
          value={choice.silenceSeconds}
          onLeave={(each) => each !== null && each >= 1 && each <= 600 && watch.choose({ silenceSeconds: each })}
        />
        <Select
          label={t('figures.tone')}
          description={t('figures.toneWords')}
          allowDeselect={false}
          data={tones}
          value={choice.tone ?? NO_TONE}
          onChange={(tone) => watch.choose({ tone: tone === NO_TONE ? null : tone })}
        />
      </div>
    </details>
  );
}

function useOutputs(): { value: string; label: string }[] {
  const [outputs, setOutputs] = useState<{ value: string; label: string }[]>([]);
  useEffect(() => {
    let wanted = true;
    const found = navigator.mediaDevices?.enumerateDevices() ?? Promise.resolve([]);
    void found.then(
      (all) =>
        wanted &&
        setOutputs(
          all
            .filter(({ kind, deviceId, label }) => kind === 'audiooutput' && deviceId !== '' && label !== '')
            .map(({ deviceId, label }) => ({ value: deviceId, label })),
        ),
      () => {},
    );
    return () => {
      wanted = false;
    };
  }, []);
  return outputs;
}
