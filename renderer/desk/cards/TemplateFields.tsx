/** What a card of each template says, field by field. */
import { Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type CardFields, HoaxLabel } from '../../../electron/contract/records/card';
import { DayField } from '../../operator/shared/DayField';
import { AgendaRows, ResultRows } from './Rows';

interface Props<F extends CardFields> {
  fields: F;
  onFields: (fields: F) => void;
}

export function TemplateFields({ fields, onFields }: Props<CardFields>) {
  switch (fields.template) {
    case 'hoax':
      return <HoaxFields fields={fields} onFields={onFields} />;
    case 'agenda':
      return <AgendaFields fields={fields} onFields={onFields} />;
    case 'announcement':
      return <Texts fields={fields} onFields={onFields} short={['title']} long={['body']} />;
    case 'emergency':
      return <Texts fields={fields} onFields={onFields} short={['title', 'source']} long={['body']} />;
    case 'result':
      return <ResultFields fields={fields} onFields={onFields} />;
    case 'quote':
      return <Texts fields={fields} onFields={onFields} short={['speaker', 'position']} long={['words']} />;
    case 'countdown':
      return <CountdownFields fields={fields} onFields={onFields} />;
    default:
      return fields satisfies never;
  }
}

/** May stay empty. */
const OPTIONAL: ReadonlySet<string> = new Set(['body', 'position', 'heading', 'emergency.source']);
const MOST: Readonly<Record<string, number>> = { claim: 600, answer: 2000, words: 1000, body: 3000, source: 300 };

interface TextsProps<F extends CardFields> extends Props<F> {
  short?: readonly (keyof F & string)[];
  long?: readonly (keyof F & string)[];
}

const NONE: readonly never[] = [];

/** The long ones first: they are what the card is about. */
function Texts<F extends CardFields>({ fields, onFields, short = NONE, long = NONE }: TextsProps<F>) {
  const { t } = useTranslation('cards');
  const common = (name: keyof F & string) => ({
    label: t(`fields.${fields.template}.${name}`),
    required: !OPTIONAL.has(name) && !OPTIONAL.has(`${fields.template}.${name}`),
    maxLength: MOST[name] ?? 200,
    value: String(fields[name]),
  });
  const [first, ...rest] = short;
  const line = (name: keyof F & string) => (
    <TextInput
      key={name}
      {...common(name)}
      onChange={({ currentTarget }) => onFields({ ...fields, [name]: currentTarget.value })}
    />
  );
  const block = (name: keyof F & string) => (
    <Textarea
      key={name}
      {...common(name)}
      autosize
      minRows={2}
      maxRows={10}
      onChange={({ currentTarget }) => onFields({ ...fields, [name]: currentTarget.value })}
    />
  );
  const titleFirst = first === 'title' || first === 'event';
  return (
    <>
      {titleFirst && line(first)}
      {long.map(block)}
      {(titleFirst ? rest : short).map(line)}
    </>
  );
}

function HoaxFields({ fields, onFields }: Props<Extract<CardFields, { template: 'hoax' }>>) {
  const { t } = useTranslation('cards');
  return (
    <>
      <Select
        label={t('fields.hoax.label')}
        allowDeselect={false}
        data={HoaxLabel.options.map((value) => ({ value, label: t(`labels.${value}`) }))}
        value={fields.label}
        onChange={(label) => onFields({ ...fields, label: HoaxLabel.catch('hoax').parse(label) })}
      />
      <Texts fields={fields} onFields={onFields} long={['claim', 'answer']} short={['source']} />
    </>
  );
}

function AgendaFields({ fields, onFields }: Props<Extract<CardFields, { template: 'agenda' }>>) {
  return (
    <>
      <Texts fields={fields} onFields={onFields} short={['heading']} />
      <AgendaRows entries={fields.entries} onEntries={(entries) => onFields({ ...fields, entries })} />
    </>
  );
}

function ResultFields({ fields, onFields }: Props<Extract<CardFields, { template: 'result' }>>) {
  const { t } = useTranslation('cards');
  return (
    <>
      <Texts fields={fields} onFields={onFields} short={['title']} />
      <ResultRows rows={fields.rows} onRows={(rows) => onFields({ ...fields, rows })} />
      <Texts fields={fields} onFields={onFields} short={['approvedBy', 'letterNumber']} />
      <DayField
        label={t('fields.result.letterDate')}
        value={fields.letterDate}
        onDay={(day) => day && onFields({ ...fields, letterDate: day })}
      />
    </>
  );
}

function CountdownFields({ fields, onFields }: Props<Extract<CardFields, { template: 'countdown' }>>) {
  const { t } = useTranslation('cards');
  return (
    <>
      <Texts fields={fields} onFields={onFields} short={['event']} />
      <DayField
        label={t('fields.countdown.date')}
        value={fields.date}
        onDay={(day) => day && onFields({ ...fields, date: day })}
      />
      <Texts fields={fields} onFields={onFields} long={['body']} />
    </>
  );
}
