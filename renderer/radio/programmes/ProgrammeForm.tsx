/** One programme: each field is saved as it is left. */
import { ActionIcon, Button, Checkbox, Group, MultiSelect } from '@mantine/core';
import { IconPlus, IconTrash, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Programme, ProgrammeFields } from '../../../electron/contract/records/programme';
import { client, orpc } from '../../client/client';
import { useFormats } from '../../operator/i18n/formats';
import { weekdayName } from '../../operator/shared/date-text';
import { TimeField } from '../../operator/shared/TimeField';
import { useCommand } from '../../operator/shared/use-command';
import { useNewestRev } from '../../operator/shared/use-newest-rev';
import { KeptText } from '../shared/KeptText';
import { LengthField } from '../shared/LengthField';
import { MaterialPicker } from '../shared/MaterialPicker';
import { useMaterials } from '../shared/use-materials';
import css from './Programmes.module.css';
import { TemplateLines } from './TemplateLines';

export function ProgrammeForm({ programme, editable }: { programme: Programme; editable: boolean }) {
  const { t } = useTranslation('programmes');
  const formats = useFormats();
  const rev = useNewestRev(programme);
  const presenters = useQuery(orpc.presenters.list.queryOptions()).data ?? [];
  const { id } = programme;
  const save = useCommand({
    run: (fields: Partial<ProgrammeFields>) => client.programmes.update({ id, rev: rev.current, fields }),
    scope: `programme ${id}`,
    onDone: (saved) => {
      rev.current = saved.rev;
    },
  });
  const remove = useCommand({
    run: () => client.programmes.remove({ id }),
    done: () => t('done.removed', { name: programme.name }),
    undo: true,
  });
  const shown = { ...programme, ...(save.isPending ? save.variables : {}) };
  return (
    <fieldset className={css.form} disabled={!editable}>
      <legend className="unseen">{programme.name}</legend>
      <KeptText
        label={t('name')}
        value={shown.name}
        maxLength={200}
        required
        onKeep={(name) => save.mutate({ name })}
      />
      <KeptText
        label={t('description')}
        value={shown.description}
        rows={2}
        maxLength={5000}
        onKeep={(description) => save.mutate({ description })}
      />
      <Checkbox.Group
        label={t('weekdays')}
        description={shown.weekdays.length === 0 ? t('asAnnounced') : undefined}
        value={shown.weekdays.map(String)}
        onChange={(days) => save.mutate({ weekdays: days.map(Number).sort((a, b) => a - b) })}
      >
        <Group gap={14} mt={6}>
          {[1, 2, 3, 4, 5, 6, 7].map((day) => (
            <Checkbox key={day} size="xs" value={String(day)} label={weekdayName(day, formats.language, 'short')} />
          ))}
        </Group>
      </Checkbox.Group>
      <div className={css.pair}>
        <TimeField
          label={t('start')}
          seconds
          value={shown.startsAt}
          disabled={!editable}
          onTime={(startsAt) => save.mutate({ startsAt })}
        />
        <LengthField
          label={t('length')}
          ms={shown.lengthMs}
          disabled={!editable}
          onLength={(lengthMs) => save.mutate({ lengthMs })}
        />
      </div>
      <MultiSelect
        label={t('presenters.title')}
        data={presenters.map(({ id: value, name }) => ({ value, label: name }))}
        value={shown.presenterIds}
        disabled={!editable}
        searchable
        onChange={(presenterIds) => save.mutate({ presenterIds })}
      />
      <Jingles ids={shown.jingles} editable={editable} onIds={(jingles) => save.mutate({ jingles })} />
      <TemplateLines programme={shown} editable={editable} onClear={() => save.mutate({ template: [] })} />
      {editable && (
        <Group>
          <Button
            variant="default"
            leftSection={<IconTrash size={16} stroke={1.75} aria-hidden="true" />}
            onClick={() => remove.mutate()}
          >
            {t('remove')}
          </Button>
        </Group>
      )}
    </fieldset>
  );
}

function Jingles({ ids, editable, onIds }: { ids: string[]; editable: boolean; onIds: (ids: string[]) => void }) {
  const { t } = useTranslation('programmes');
  const materials = useMaterials(ids);
  const [picking, setPicking] = useState(false);
  return (
    <section className={css.field} aria-label={t('jingles.title')}>
      <span className={css.label}>{t('jingles.title')}</span>
      <span className={css.quiet}>{t('jingles.how')}</span>
      <ol className={css.jingles}>
        {ids.map((id, at) => {
          const name = materials.get(id)?.name ?? (materials.has(id) ? t('jingles.gone') : '…');
          return (
            <li key={id}>
              <span className="tabular">{at + 1}</span> <span className="one-line">{name}</span>
              {editable && (
                <ActionIcon
                  size="sm"
                  aria-label={t('jingles.remove', { name })}
                  onClick={() => onIds(ids.filter((each) => each !== id))}
                >
                  <IconX size={14} stroke={1.75} />
                </ActionIcon>
              )}
            </li>
          );
        })}
      </ol>
      {editable && (
        <Group>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden="true" />}
            onClick={() => setPicking(true)}
          >
            {t('jingles.add')}
          </Button>
        </Group>
      )}
      {picking && (
        <MaterialPicker
          title={t('jingles.add')}
          kinds={['audio', 'video']}
          date={null}
          onClose={() => setPicking(false)}
          onTake={({ id }) => onIds([...new Set([...ids, id])].slice(0, 32))}
        />
      )}
    </section>
  );
}
