/** Which column of the feed fills which field: for the template the feed is meant for. */
import { Autocomplete, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardTemplate } from '../../../electron/contract/records/card';
import type { FeedMapping } from '../../../electron/contract/records/card-feed';
import { FED_FIELDS, takesFeed } from '../../../electron/domain/cards/feed-rows';
import css from './Cards.module.css';
import { TEMPLATES } from './starters';

interface MappingFieldsProps {
  mapping: FeedMapping;
  /** What the feed has, once it was tried. */
  columns: readonly string[];
  onMapping: (mapping: FeedMapping) => void;
}

export function MappingFields({ mapping, columns, onMapping }: MappingFieldsProps) {
  const { t } = useTranslation('cards');
  const [template, setTemplate] = useState<CardTemplate>(() => meantFor(mapping));
  const put = (name: string, column: string) => {
    const { [name]: _, ...others } = mapping;
    onMapping(column === '' ? others : { ...others, [name]: column });
  };
  return (
    <>
      <Select
        label={t('feeds.for')}
        allowDeselect={false}
        data={TEMPLATES.filter(takesFeed).map((value) => ({ value, label: t(`templates.${value}`) }))}
        value={template}
        onChange={(value) => setTemplate(TEMPLATES.find((each) => each === value) ?? 'agenda')}
      />
      <div className={css.two}>
        {FED_FIELDS[template].map((name) => (
          <Autocomplete
            key={name}
            label={t(`feeds.fields.${name}`)}
            placeholder={t('feeds.column')}
            maxLength={200}
            data={[...columns]}
            value={mapping[name] ?? ''}
            onChange={(column) => put(name, column)}
          />
        ))}
      </div>
    </>
  );
}

/** The template of which most fields are named; an agenda while none is. */
function meantFor(mapping: FeedMapping): CardTemplate {
  const named = Object.keys(mapping);
  const hits = (template: CardTemplate) => FED_FIELDS[template].filter((name) => named.includes(name)).length;
  const [best] = [...TEMPLATES].sort((a, b) => hits(b) - hits(a));
  return named.length > 0 && best ? best : 'agenda';
}
