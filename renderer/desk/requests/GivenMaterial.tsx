/** Material that the answer hands over; what may not be given says why, here and at the station. */
import { ActionIcon, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle, IconX } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../client/client';
import { reasonTexts } from '../../operator/i18n/say';
import desk from '../shared/Desk.module.css';
import css from './Requests.module.css';

const OFFERED = 30;

interface GivenMaterialProps {
  assetIds: readonly string[];
  onChange: (assetIds: string[]) => void;
}

export function GivenMaterial({ assetIds, onChange }: GivenMaterialProps) {
  const { t } = useTranslation('requests');
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 200);
  const found = useQuery({
    ...orpc.library.list.queryOptions({ input: { search, sort: 'name', limit: OFFERED } }),
    placeholderData: keepPreviousData,
  }).data?.items;
  const given = useQuery({
    ...orpc.requests.givable.queryOptions({ input: { assetIds: [...assetIds] } }),
    placeholderData: keepPreviousData,
    enabled: assetIds.length > 0,
  }).data;
  const offered = (found ?? []).filter(({ id, ppid }) => ppid !== 'exempt' && !assetIds.includes(id));
  return (
    <div>
      <Select
        label={t('answer.material')}
        description={t('answer.materialHow')}
        placeholder={t('answer.materialFind')}
        searchable
        searchValue={typed}
        onSearchChange={setTyped}
        data={offered.map(({ id, name }) => ({ value: id, label: name }))}
        filter={({ options }) => options}
        nothingFoundMessage={t('answer.materialNone')}
        value={null}
        onChange={(id) => {
          if (!id) return;
          onChange([...assetIds, id]);
          setTyped('');
        }}
      />
      {assetIds.length > 0 && (
        <ul className={css.given}>
          {assetIds.map((id) => {
            const known = given?.find((each) => each.id === id);
            const name = known?.name || '…';
            return (
              <li key={id}>
                <span className={desk.grow}>
                  <span className="any-word">{name}</span>
                  {known &&
                    reasonTexts(known.refusals).map((words) => (
                      <span key={words} className={css.fault}>
                        <IconAlertTriangle size={14} aria-hidden="true" /> {words}
                      </span>
                    ))}
                </span>
                <ActionIcon
                  size="sm"
                  aria-label={t('answer.takeOut', { name })}
                  onClick={() => onChange(assetIds.filter((each) => each !== id))}
                >
                  <IconX size={14} aria-hidden="true" />
                </ActionIcon>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
