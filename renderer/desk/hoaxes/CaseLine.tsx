/** One rumour: what is said, how far its answer is, how much time is left, and the next step. */
import { Button } from '@mantine/core';
import { IconClock, IconExternalLink } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { HoaxLine } from '../../../electron/contract/api/hoaxes';
import type { HoaxCase } from '../../../electron/contract/records/hoax-case';
import { isSoon, isTakenOff, leftMs, takenMs } from '../../../electron/domain/hoaxes/measure';
import { client } from '../../client/client';
import { useStationSecond } from '../../client/station-clock';
import { useFormats } from '../../operator/i18n/formats';
import { useCommand } from '../../operator/shared/use-command';
import { useMe } from '../../operator/shared/use-me';
import css from './Hoaxes.module.css';
import { hoursText } from './hours';
import type { Opened } from './opened';

interface CaseLineProps {
  one: HoaxLine;
  targetHours: number;
  onOpen: (opened: Opened) => void;
}

export function CaseLine({ one, targetHours, onOpen }: CaseLineProps) {
  const { t } = useTranslation('hoaxes');
  const formats = useFormats();
  const { may } = useMe();
  const isMeant = useLocation().hash === one.id;
  const { clarification: said } = one;
  const standing = standingOf(one);
  const told = [one.channel, one.reporter, formats.dateTime(one.reportedAt)].filter(Boolean).join(' · ');
  return (
    <article className={css.case} data-meant={isMeant || undefined}>
      <div className={css.what}>
        <span className={css.told}>{told}</span>
        <strong className="any-word">{one.claim}</strong>
        {said && (
          <p className={css.answer}>
            <span className={css.label} data-verdict={said.verdict}>
              {t(`verdicts.${said.verdict}`)}
            </span>
            {said.answer}
          </p>
        )}
        {one.state === 'dismissed' && one.closedWhy !== '' && (
          <p className={css.answer}>{t('closedBecause', { why: one.closedWhy })}</p>
        )}
        <span className={css.links}>
          {/^https?:\/\//i.test(one.link) && (
            <a href={one.link} target="_blank" rel="noreferrer noopener">
              <IconExternalLink size={14} aria-hidden="true" />
              {t('seen')}
            </a>
          )}
          {one.cardId && (
            <Link to="/cards/$cardId" params={{ cardId: one.cardId }}>
              {t('card')}
            </Link>
          )}
        </span>
      </div>
      <div className={css.side}>
        <span className={css.state}>{t(`states.${standing}`, { name: one.checkedBy ?? '' })}</span>
        <Clock one={one} targetHours={targetHours} />
        {may('desk') && <Steps one={one} onOpen={onOpen} />}
      </div>
    </article>
  );
}

function standingOf(one: HoaxLine) {
  if (isTakenOff(one, () => one.shown)) return 'takenOff';
  return one.state === 'published' && one.publishedAt === null ? 'waiting' : one.state;
}

function Clock({ one, targetHours }: { one: HoaxCase; targetHours: number }) {
  const { t } = useTranslation('hoaxes');
  const formats = useFormats();
  const now = useStationSecond();
  const taken = takenMs(one);
  const left = leftMs(one, targetHours, now);
  if (taken !== null) return <span className={css.clock}>{t('taken', { length: hoursText(taken, formats) })}</span>;
  if (left === null) return null;
  const tone = left < 0 ? 'over' : isSoon(left, targetHours) ? 'soon' : 'good';
  return (
    <span className={css.clock} data-tone={tone}>
      <IconClock size={14} aria-hidden="true" />
      {t(left < 0 ? 'over' : 'left', { length: hoursText(Math.abs(left), formats) })}
    </span>
  );
}

function Steps({ one, onOpen }: { one: HoaxCase; onOpen: (opened: Opened) => void }) {
  const { t } = useTranslation('hoaxes');
  const { id, rev } = one;
  const check = useCommand({ run: () => client.hoaxes.check({ id, rev }), done: () => t('checking'), undo: true });
  const isNew = one.state === 'reported' || one.state === 'dismissed';
  return (
    <div className={css.steps}>
      {isNew && (
        <Button size="compact-md" loading={check.isPending} onClick={() => check.mutate()}>
          {t('check')}
        </Button>
      )}
      {one.state !== 'dismissed' && (
        <Button
          size="compact-md"
          variant={one.state === 'checking' ? 'filled' : 'default'}
          onClick={() => onOpen({ form: 'clarify', one })}
        >
          {t(one.clarification ? 'clarifyAgain' : 'clarify')}
        </Button>
      )}
      {one.clarification && one.state !== 'dismissed' && (
        <Button
          size="compact-md"
          variant={one.state === 'clarified' ? 'filled' : 'default'}
          onClick={() => onOpen({ form: 'publish', one })}
        >
          {t(one.state === 'published' ? 'publishAgain' : 'publish')}
        </Button>
      )}
      <Button size="compact-md" variant="default" onClick={() => onOpen({ form: 'report', one })}>
        {t('edit')}
      </Button>
      {one.state !== 'published' && one.state !== 'dismissed' && (
        <Button size="compact-md" variant="subtle" onClick={() => onOpen({ form: 'close', one })}>
          {t('dismiss')}
        </Button>
      )}
    </div>
  );
}
