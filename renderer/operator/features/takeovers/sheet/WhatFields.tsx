/** What is to stand on the panels: a text, something of the library, or a page. */
import { SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AssetField } from './AssetField';
import { CategoryField } from './CategoryField';
import { asksCategory, TakeoverDraft } from './draft';
import type { FieldProps } from './field';
import css from './Sheet.module.css';

const KINDS = TakeoverDraft.shape.kind.options;
const TONES = TakeoverDraft.shape.tone.options;

export function WhatFields(props: FieldProps) {
  const { t } = useTranslation('takeovers');
  const { draft, faults, onChange } = props;
  return (
    <fieldset className={css.part}>
      <legend>{t('sheet.what')}</legend>
      <SegmentedControl
        fullWidth
        aria-label={t('sheet.what')}
        value={draft.kind}
        onChange={(kind) => onChange({ kind: TakeoverDraft.shape.kind.parse(kind) })}
        data={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      {draft.kind === 'text' && <TextFields {...props} />}
      {draft.kind === 'asset' && <AssetField {...props} />}
      {draft.kind === 'page' && (
        <TextInput
          label={t('sheet.url')}
          description={t('sheet.urlHow')}
          placeholder="https://"
          type="url"
          inputMode="url"
          maxLength={2000}
          required
          value={draft.url}
          error={faults.includes('url') && t('fault.url')}
          onChange={(event) => onChange({ url: event.currentTarget.value })}
        />
      )}
      {asksCategory(draft) && <CategoryField {...props} />}
    </fieldset>
  );
}

function TextFields({ draft, faults, onChange }: FieldProps) {
  const { t } = useTranslation('takeovers');
  return (
    <>
      <SegmentedControl
        aria-label={t('sheet.tone')}
        value={draft.tone}
        onChange={(tone) => onChange({ tone: TakeoverDraft.shape.tone.parse(tone) })}
        data={TONES.map((value) => ({ value, label: t(`look.${value}`) }))}
      />
      <TextInput
        label={t('sheet.title')}
        required
        data-autofocus
        maxLength={200}
        placeholder={t('sheet.titleExample')}
        value={draft.title}
        error={faults.includes('title') && t('fault.title')}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      <Textarea
        label={t('sheet.body')}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2000}
        placeholder={t('sheet.bodyExample')}
        value={draft.body}
        onChange={(event) => onChange({ body: event.currentTarget.value })}
      />
    </>
  );
}
