/** Where a feed is, how often it is read, which of its columns is which field. Tried before it is kept. */
import { Button, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownFeed } from '../../../electron/contract/api/cards';
import { CardFeedFields, FeedFormat } from '../../../electron/contract/records/card-feed';
import { client } from '../../client/client';
import { reasonText } from '../../operator/i18n/say';
import { NumberField } from '../../operator/shared/NumberField';
import { useCommand } from '../../operator/shared/use-command';
import { FormSheet } from '../shared/FormSheet';
import css from './Cards.module.css';
import { MappingFields } from './MappingFields';

const EMPTY: CardFeedFields = {
  name: '',
  source: { kind: 'url', format: 'json', url: '' },
  rowsAt: '',
  mapping: {},
  everyMinutes: 15,
  staleAfterMinutes: 180,
  whenStale: 'sayAge',
};

function fieldsOf({ feed }: ShownFeed): CardFeedFields {
  const { name, source, rowsAt, mapping, everyMinutes, staleAfterMinutes, whenStale } = feed;
  return { name, source, rowsAt, mapping, everyMinutes, staleAfterMinutes, whenStale };
}

export function FeedForm({ shown, onClose }: { shown: ShownFeed | null; onClose: () => void }) {
  const { t } = useTranslation('cards');
  const [fields, setFields] = useState<CardFeedFields>(() => (shown ? fieldsOf(shown) : EMPTY));
  const change = (part: Partial<CardFeedFields>) => setFields({ ...fields, ...part });
  const { source } = fields;
  const read = CardFeedFields.safeParse(fields);
  const save = useCommand({
    run: () =>
      shown
        ? client.cardFeeds.update({ id: shown.feed.id, rev: shown.feed.rev, fields })
        : client.cardFeeds.create(fields),
    done: (saved) => t('feeds.saved', { name: saved.name }),
    undo: true,
    onDone: onClose,
    onFault: () => {},
  });
  const attempt = useCommand({ run: () => client.cardFeeds.tryOut(fields) });
  const submit = () => {
    if (read.success) save.mutate();
  };
  const format = FeedFormat.catch('json');
  return (
    <FormSheet
      title={t(shown ? 'feeds.edit' : 'feeds.add')}
      size={640}
      className={css.form}
      save={save}
      onClose={onClose}
      onSubmit={submit}
      disabled={!read.success}
    >
      <TextInput
        label={t('feeds.name')}
        required
        data-autofocus
        maxLength={200}
        value={fields.name}
        onChange={({ currentTarget }) => change({ name: currentTarget.value })}
      />
      <SegmentedControl
        aria-label={t('feeds.source')}
        data={(['url', 'file'] as const).map((value) => ({ value, label: t(`feeds.kinds.${value}`) }))}
        value={source.kind}
        onChange={(kind) =>
          change({
            source:
              kind === 'file'
                ? { kind: 'file', format: source.format, content: '' }
                : { kind: 'url', format: source.format, url: '' },
          })
        }
      />
      <Select
        label={t('feeds.format')}
        allowDeselect={false}
        data={FeedFormat.options.map((value) => ({ value, label: value.toUpperCase() }))}
        value={source.format}
        onChange={(value) => change({ source: { ...source, format: format.parse(value) } })}
      />
      {source.kind === 'url' ? (
        <TextInput
          label={t('feeds.url')}
          required
          placeholder="https://"
          maxLength={2000}
          value={source.url}
          onChange={({ currentTarget }) => change({ source: { ...source, url: currentTarget.value } })}
        />
      ) : (
        <Textarea
          label={t('feeds.content')}
          required
          autosize
          minRows={4}
          maxRows={10}
          value={source.content}
          onChange={({ currentTarget }) => change({ source: { ...source, content: currentTarget.value } })}
        />
      )}
      {source.format === 'json' && (
        <TextInput
          label={t('feeds.rowsAt')}
          description={t('feeds.rowsAtWords')}
          maxLength={200}
          value={fields.rowsAt}
          onChange={({ currentTarget }) => change({ rowsAt: currentTarget.value })}
        />
      )}
      <Button
        variant="default"
        loading={attempt.isPending}
        disabled={!CardFeedFields.shape.source.safeParse(source).success}
        onClick={() => attempt.mutate()}
      >
        {t('feeds.try')}
      </Button>
      <Tried attempt={attempt.data} />
      <MappingFields
        mapping={fields.mapping}
        columns={attempt.data?.columns ?? []}
        onMapping={(mapping) => change({ mapping })}
      />
      <div className={css.two}>
        <NumberField
          label={t('feeds.every')}
          unit={t('feeds.minutes')}
          min={1}
          max={10_080}
          value={fields.everyMinutes}
          onNumber={(value) => value !== null && change({ everyMinutes: value })}
        />
        <NumberField
          label={t('feeds.staleAfter')}
          unit={t('feeds.minutes')}
          min={5}
          max={100_000}
          value={fields.staleAfterMinutes}
          onNumber={(value) => value !== null && change({ staleAfterMinutes: value })}
        />
      </div>
      <Select
        label={t('feeds.whenStale')}
        allowDeselect={false}
        data={(['sayAge', 'hide'] as const).map((value) => ({ value, label: t(`feeds.stale.${value}`) }))}
        value={fields.whenStale}
        onChange={(value) => change({ whenStale: value === 'hide' ? 'hide' : 'sayAge' })}
      />
    </FormSheet>
  );
}

type Attempt = Awaited<ReturnType<typeof client.cardFeeds.tryOut>>;

function Tried({ attempt }: { attempt: Attempt | undefined }) {
  const { t } = useTranslation('cards');
  if (!attempt) return null;
  if (attempt.failure) return <p role="alert">{reasonText(attempt.failure)}</p>;
  const names = [...new Set(attempt.rows.flatMap((row) => Object.keys(row)))];
  if (names.length === 0) return <p className={css.hint}>{t('feeds.nothingMapped', { count: attempt.rows.length })}</p>;
  return (
    <div className={css.tried}>
      <table>
        <thead>
          <tr>
            {names.map((name) => (
              <th key={name}>{t(`feeds.fields.${name}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {attempt.rows.map((row) => (
            <tr key={JSON.stringify(row)}>
              {names.map((name) => (
                <td key={name}>{row[name]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
