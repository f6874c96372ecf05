/** One request: what was asked, what is to be answered, what was decided, and every step of it. */
import { Button, Drawer } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestView } from '../../../electron/contract/api/requests';
import { useFormats } from '../../operator/i18n/formats';
import { dateText } from '../../operator/shared/date-text';
import { useMe } from '../../operator/shared/use-me';
import desk from '../shared/Desk.module.css';
import { AnswerForm } from './AnswerForm';
import { AnswerText } from './AnswerText';
import { Due } from './Due';
import { Letters } from './Letters';
import { Moves } from './Moves';
import css from './Requests.module.css';

interface RequestSheetProps {
  request: RequestView | undefined;
  today: string;
  onEdit: (request: RequestView) => void;
  onClose: () => void;
}

export function RequestSheet({ request, today, onEdit, onClose }: RequestSheetProps) {
  const { t } = useTranslation(['requests', 'common']);
  // What was open stays drawn while the sheet slides away.
  const [last, setLast] = useState(request);
  if (request && request !== last) setLast(request);
  const shown = request ?? last;
  return (
    <Drawer
      opened={request !== undefined}
      onClose={onClose}
      position="right"
      size={620}
      title={shown && t('sheet', { number: shown.number })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {shown && <Sheet key={shown.id} request={shown} today={today} onEdit={onEdit} />}
    </Drawer>
  );
}

function Sheet({ request, today, onEdit }: Omit<RequestSheetProps, 'onClose' | 'request'> & { request: RequestView }) {
  const { t } = useTranslation('requests');
  const { may } = useMe();
  const open = request.standing.kind !== 'closed';
  return (
    <div className={css.sheet}>
      <p className={css.asked}>{request.asked}</p>
      <Facts request={request} />
      {may('desk') && (
        <div className={desk.commands}>
          {open && (
            <Button
              size="compact-md"
              variant="default"
              leftSection={<IconPencil size={14} aria-hidden="true" />}
              onClick={() => onEdit(request)}
            >
              {t('edit')}
            </Button>
          )}
          <Letters request={request} />
        </div>
      )}
      <section>
        <h3>{t('answer.title')}</h3>
        {open && may('desk') ? <AnswerForm request={request} /> : <AnswerText request={request} />}
      </section>
      {may('desk') && <Moves request={request} today={today} />}
      <Steps request={request} />
    </div>
  );
}

function Facts({ request }: { request: RequestView }) {
  const { t } = useTranslation('requests');
  const { language } = useFormats();
  const { applicant, receivedOn, via, purpose, wanted, extension, objection, forgottenAt } = request;
  const { contact } = applicant;
  const identity =
    contact &&
    contact.identity.kind !== 'none' &&
    `${t(`identity.${contact.identity.kind}`)} …${contact.identity.ends}`;
  const reach = contact && [identity, contact.address, contact.phone, contact.email].filter(Boolean).join(' · ');
  const objectionText = ({ on, until, why }: NonNullable<typeof objection>) =>
    until !== null && until < on
      ? t('objectedLate', { day: dateText(on, language), until: dateText(until, language), why })
      : t('objectedOn', { day: dateText(on, language), why });
  const facts = {
    state: t(`state.${request.state}`),
    due: <Due request={{ ...request, decided: request.decisions.at(-1) ?? null }} />,
    received: t('receivedBy', { day: dateText(receivedOn, language), via: t(`via.${via}`) }),
    applicant: `${applicant.name} (${t(`kind.${applicant.kind}`)})`,
    contact: forgottenAt === null ? (contact ? reach || '–' : t('hidden')) : t('forgotten'),
    purpose,
    wanted: t(`wanted.${wanted}`),
    extension:
      extension &&
      t('extendedOn', { day: dateText(extension.on, language), count: extension.days, why: extension.why }),
    objection: objection && objectionText(objection),
  };
  return (
    <dl className={css.facts}>
      {Object.entries(facts).map(
        ([name, value]) =>
          value && (
            <div key={name}>
              <dt>{t(`fact.${name}`)}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function Steps({ request: { steps } }: { request: RequestView }) {
  const { t } = useTranslation('requests');
  const { dateTime } = useFormats();
  return (
    <section>
      <h3>{t('steps')}</h3>
      <ol className={css.steps}>
        {steps.map(({ at, by, state, note }) => (
          <li key={`${at} ${state}`}>
            <strong>{t(`state.${state}`)}</strong>
            <span className={desk.muted}>
              {dateTime(at)} · {by}
            </span>
            {note !== '' && note !== state && <span className="any-word">{note}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
