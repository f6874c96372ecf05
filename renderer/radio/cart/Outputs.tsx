/** Which outputs the broadcast and listening beforehand go to, and what to do where they cannot be chosen. */
import { Button, Select, Switch } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import css from './Cart.module.css';
import { askForNames, canChooseOutput, followOutputs, type OutputDevice } from './outputs';
import { studio } from './studio';
import { useEngine } from './use-studio';

type Use = 'air' | 'cue';
const KEPT: Record<Use, string> = { air: 'suar.cart.output.air', cue: 'suar.cart.output.cue' };
const keptFor = (use: Use): string => localStorage.getItem(KEPT[use]) ?? '';

interface OutputsProps {
  preview: boolean;
  onPreview: (on: boolean) => void;
}

export function Outputs({ preview, onPreview }: OutputsProps) {
  const { t } = useTranslation('cart');
  const { engine } = studio();
  const { state } = useEngine();
  const [devices, setDevices] = useState<OutputDevice[]>([]);
  const [chosen, setChosen] = useState<Record<Use, string>>({ air: keptFor('air'), cue: keptFor('cue') });
  const [denied, setDenied] = useState(false);

  useEffect(
    () =>
      followOutputs((found) => {
        setDevices(found);
        for (const use of ['air', 'cue'] as const) {
          const id = keptFor(use);
          if (id === '') continue;
          const there = found.some((device) => device.id === id);
          if (there) void studio().engine.chooseOutput(use, id);
          // What was heard on it goes on, on the machine's default.
          else if (use === 'air') studio().engine.happen({ type: 'deviceLost' });
        }
      }),
    [],
  );

  if (!canChooseOutput()) return <p className={css.quiet}>{t('output.cannot')}</p>;
  const choose = (use: Use, id: string) => {
    localStorage.setItem(KEPT[use], id);
    setChosen({ ...chosen, [use]: id });
    void engine.chooseOutput(use, id);
    if (use === 'cue' && id === '') onPreview(false);
  };
  const choice = (use: Use) => (
    <Select
      size="xs"
      label={t(`output.${use}`)}
      placeholder={t(use === 'air' ? 'output.default' : 'output.none')}
      clearable
      clearButtonProps={{ 'aria-label': t('output.clear') }}
      data={devices.map(({ id, name }) => ({ value: id, label: name }))}
      value={devices.some(({ id }) => id === chosen[use]) ? chosen[use] : null}
      onChange={(id) => choose(use, id ?? '')}
    />
  );
  return (
    <div className={css.outputs}>
      {state.deviceLost && (
        <p role="alert" className={css.alarm}>
          {t('output.lost')}
        </p>
      )}
      {choice('air')}
      {choice('cue')}
      {devices.length === 0 && (
        <Button size="compact-sm" variant="default" onClick={() => void askForNames().then((may) => setDenied(!may))}>
          {t('output.ask')}
        </Button>
      )}
      {denied && <p className={css.quiet}>{t('output.denied')}</p>}
      <Switch
        size="sm"
        label={t('output.preview')}
        disabled={!engine.mayPreview}
        checked={preview}
        onChange={(event) => onPreview(event.currentTarget.checked)}
      />
    </div>
  );
}
