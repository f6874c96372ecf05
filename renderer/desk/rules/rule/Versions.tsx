/** Every version of a rule, newest first, each with what it changed. */
import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Rule, RuleVersion } from '../../../../electron/contract/records/rule';
import { orpc } from '../../../client/client';
import { At } from '../../../operator/shared/At';
import { FaultPanel } from '../../../operator/shared/FaultPanel';
import { datesOf, type RuleWords, sentenceOf } from '../sentence';
import css from './RuleForm.module.css';

const PARTS = ['name', 'says', 'source', 'law', 'use'] as const;

export function Versions({ rule, words, onClose }: { rule: Rule; words: RuleWords; onClose: () => void }) {
  const { t } = useTranslation(['rules', 'common']);
  const versions = useQuery(orpc.rules.versions.queryOptions({ input: { id: rule.id } }));
  const said = ({ fields }: RuleVersion) => ({
    name: fields.name,
    says: sentenceOf(fields, words),
    source: fields.source || t('noSource'),
    law: datesOf(fields.validFrom, fields.validTo, words) || t('lawAlways'),
    use: t(fields.active ? 'on' : 'off'),
  });
  return (
    <Modal
      opened
      onClose={onClose}
      size={640}
      title={t('versionsOf', { name: rule.name })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {versions.error && <FaultPanel fault={versions.error} onRetry={() => void versions.refetch()} />}
      <ol className={css.versions}>
        {versions.data?.map((version, index) => {
          const before = versions.data[index + 1];
          const [now, then] = [said(version), before && said(before)];
          return (
            <li key={version.id}>
              <h3>
                {t('versionOf', { version: version.version })} · <At at={version.at} as="dateTime" /> · {version.by}
              </h3>
              {version.removed && <p>{t('versionRemoved')}</p>}
              {!then && <p>{now.says}</p>}
              {then && (
                <dl>
                  {PARTS.filter((part) => now[part] !== then[part]).map((part) => (
                    <div key={part}>
                      <dt>{t(`versionPart.${part}`)}</dt>
                      <dd>
                        <del>{then[part]}</del> <ins>{now[part]}</ins>
                      </dd>
                    </div>
                  ))}
                </dl>
              )}
            </li>
          );
        })}
      </ol>
    </Modal>
  );
}
