/** What somebody with a one-time link sees: say what it is, send the file, hand in, keep the number. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, orpc } from '../../client/client';
import { LanguageButton, ThemeButton } from '../../operator/frame/LooksButtons';
import { useFormats } from '../../operator/i18n/formats';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { useCommand } from '../../operator/shared/use-command';
import { RowSkeletons, Section } from '../../ui';
import css from '../portal/Portal.module.css';
import { Fields } from '../shared/Fields';
import { FRESH_FIELDS } from '../shared/fresh-fields';
import { UploadButton } from '../shared/UploadButton';
import { useUnsaved } from '../shared/use-unsaved';

export function HandInScreen() {
  const { t } = useTranslation('submissions');
  const formats = useFormats();
  const { code } = useParams({ from: '/hand-in/$code' });
  const [receipt, setReceipt] = useState<string | null>(null);
  const look = useQuery({
    ...orpc.handIn.look.queryOptions({ input: { code } }),
    retry: false,
    enabled: receipt === null,
  });
  return (
    <div className={css.portal} style={{ maxWidth: 820 }}>
      <header className={css.top}>
        <h1>{t('handIn.title')}</h1>
        <nav className={css.tools} aria-label={t('portal.language')}>
          <LanguageButton />
          <ThemeButton />
        </nav>
      </header>
      <main className={css.form}>
        {receipt === null && look.isPending && <RowSkeletons label={t('loading')} rows={5} />}
        {receipt === null && look.isError && <FaultPanel fault={look.error} />}
        {receipt !== null && <Done receipt={receipt} />}
        {receipt === null && look.data && (
          <>
            <p style={{ margin: 0 }}>
              {t('handIn.lead', { agency: look.data.agencyName, station: look.data.stationName })}
              <br />
              <span className={css.muted}>{t('handIn.until', { at: formats.dateTime(look.data.expiresAt) })}</span>
            </p>
            <Parts code={code} look={look.data} onChange={() => void look.refetch()} onDone={setReceipt} />
          </>
        )}
      </main>
    </div>
  );
}

/** The page was long, and what it has come to stands at its top. */
function Done({ receipt }: { receipt: string }) {
  const { t } = useTranslation('submissions');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} role="status" tabIndex={-1}>
      <Section title={t('handIn.done')}>
        <p>{t('handIn.receipt')}</p>
        <p style={{ fontSize: 28, margin: '8px 0' }}>
          <strong data-receipt>{receipt}</strong>
        </p>
        <p className={css.muted}>{t('handIn.keep')}</p>
      </Section>
    </div>
  );
}

interface PartsProps {
  code: string;
  look: Awaited<ReturnType<typeof client.handIn.look>>;
  onChange: () => void;
  onDone: (receipt: string) => void;
}

function Parts({ code, look, onChange, onDone }: PartsProps) {
  const { t } = useTranslation('submissions');
  const formats = useFormats();
  const [fields, setFields] = useState(look.fields ?? { ...FRESH_FIELDS, title: look.title });
  const kept = look.fields ?? { ...FRESH_FIELDS, title: look.title };
  const { question } = useUnsaved(JSON.stringify(fields) !== JSON.stringify(kept));
  const say = useCommand({
    run: () => client.handIn.say({ code, fields }),
    onDone: onChange,
    onFault: () => {},
  });
  const finish = useCommand({
    run: async () => {
      await client.handIn.say({ code, fields });
      return client.handIn.finish({ code });
    },
    onDone: ({ receipt }) => onDone(receipt),
    onFault: () => {},
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    say.mutate();
  };
  return (
    <>
      {question}
      <Section title={t('handIn.one')}>
        <form onSubmit={submit} className={css.form}>
          <Fields value={fields} onChange={setFields} categories={look.categories} choices={look} />
          {say.isError && <FaultPanel fault={say.error} />}
          <div className={css.commands}>
            <Button type="submit" loading={say.isPending} disabled={fields.title.trim() === ''}>
              {t('handIn.next')}
            </Button>
          </div>
        </form>
      </Section>
      {look.submissionId && (
        <Section title={t('handIn.two')}>
          <p className={css.muted}>{t('handIn.most', { size: formats.bytes(look.mostBytes) })}</p>
          {look.files > 0 && <p role="status">{t('uploaded')}</p>}
          <UploadButton
            submissionId={look.submissionId}
            code={code}
            label={t(look.files > 0 ? 'uploadNext' : 'upload')}
            onDone={onChange}
          />
        </Section>
      )}
      {look.files > 0 && (
        <Section title={t('handIn.three')}>
          <ul className={css.points}>
            {look.checklist.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
          {finish.isError && (
            <div style={{ marginTop: 12 }}>
              <FaultPanel fault={finish.error} />
            </div>
          )}
          <div className={css.commands}>
            <Button loading={finish.isPending} onClick={() => finish.mutate()}>
              {t('submit')}
            </Button>
          </div>
        </Section>
      )}
    </>
  );
}
