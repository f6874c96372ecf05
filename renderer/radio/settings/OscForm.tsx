/** Open Sound Control: where the station listens, and who is told what is on air. */
import { ActionIcon, Button, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Osc, type Settings } from '../../../electron/contract/records/settings';
import { NumberField } from '../../operator/shared/NumberField';
import { PartEnd } from './PartEnd';
import css from './RadioSettings.module.css';
import { useSave } from './use-radio-settings';

interface OscFormProps {
  settings: Settings;
  keep: (saved: Settings) => void;
}

const LOWEST_PORT = 1024;
const HIGHEST_PORT = 65_535;
const MOST_TARGETS = 10;
const USUAL_PORT = 9000;

export function OscForm({ settings, keep }: OscFormProps) {
  const { t } = useTranslation('radioSettings');
  const [draft, setDraft] = useState<Osc | null>(null);
  const save = useSave({ settings, keep, onDone: () => setDraft(null) });
  const osc = draft ?? settings.osc;
  const read = Osc.safeParse(osc);
  const change = (part: Partial<Osc>) => setDraft({ ...osc, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft && read.success) save.mutate({ osc: read.data });
  };
  return (
    <form onSubmit={submit} aria-labelledby="osc" className={css.part}>
      <Stack gap={12}>
        <h3 id="osc" className={css.title}>
          {t('osc.title')}
        </h3>
        <p className={css.quiet}>{t('osc.words')}</p>
        <div className={css.pair}>
          <NumberField
            label={t('osc.listen')}
            description={t(settings.displaysOnNetwork ? 'osc.listenNetwork' : 'osc.listenHere')}
            placeholder={t('osc.off')}
            value={osc.listenPort}
            min={LOWEST_PORT}
            max={HIGHEST_PORT}
            onNumber={(listenPort) => change({ listenPort })}
          />
          <fieldset className={css.targets}>
            <legend>{t('osc.targets')}</legend>
            {osc.targets.length === 0 && <p className={css.quiet}>{t('osc.noTargets')}</p>}
            {osc.targets.map((target, at) => (
              <TargetRow
                // biome-ignore lint/suspicious/noArrayIndexKey: a target is its place while it is being written
                key={at}
                place={at + 1}
                target={target}
                onTarget={(next) => change({ targets: osc.targets.map((each, place) => (place === at ? next : each)) })}
                onRemove={() => change({ targets: osc.targets.filter((_, place) => place !== at) })}
              />
            ))}
            <Button
              size="xs"
              variant="default"
              disabled={osc.targets.length >= MOST_TARGETS}
              leftSection={<IconPlus size={14} stroke={2} aria-hidden="true" />}
              onClick={() => change({ targets: [...osc.targets, { host: '', port: USUAL_PORT }] })}
            >
              {t('osc.add')}
            </Button>
          </fieldset>
        </div>
        <PartEnd save={save} changed={draft !== null} ready={read.success} onReset={() => setDraft(null)} />
      </Stack>
    </form>
  );
}

type Target = Osc['targets'][number];

interface TargetRowProps {
  place: number;
  target: Target;
  onTarget: (target: Target) => void;
  onRemove: () => void;
}

function TargetRow({ place, target, onTarget, onRemove }: TargetRowProps) {
  const { t } = useTranslation('radioSettings');
  const hostFits = target.host === '' || Osc.shape.targets.element.shape.host.safeParse(target.host).success;
  return (
    <div className={css.target}>
      <TextInput
        aria-label={t('osc.host', { place })}
        placeholder="192.168.1.20"
        value={target.host}
        error={!hostFits && t('osc.badHost')}
        maxLength={253}
        onChange={({ currentTarget }) => onTarget({ ...target, host: currentTarget.value.trim() })}
      />
      <NumberField
        aria-label={t('osc.port', { place })}
        w={110}
        value={target.port || null}
        min={1}
        max={HIGHEST_PORT}
        onNumber={(port) => onTarget({ ...target, port: port ?? 0 })}
      />
      <ActionIcon size="md" aria-label={t('osc.remove', { place })} onClick={onRemove}>
        <IconTrash size={16} stroke={1.75} />
      </ActionIcon>
    </div>
  );
}
