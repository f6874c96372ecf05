/** The ffmpeg and ffprobe in use, and what they cannot do. */
import { useQuery } from '@tanstack/react-query';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Toolchain } from '../../../../electron/contract/api/station';
import { orpc } from '../../../client/client';
import { RowSkeletons, Section, StatusDot } from '../../../ui';
import { FaultPanel } from '../../shared/FaultPanel';
import css from './Settings.module.css';

export function ToolsSection() {
  const { t } = useTranslation(['settings', 'common']);
  const info = useQuery(orpc.station.info.queryOptions());
  if (info.isError) return <FaultPanel fault={info.error} onRetry={() => void info.refetch()} />;
  return (
    <Section title={t('section.tools')}>
      <p className={`${css.words} ${css.muted}`} style={{ marginBottom: 12 }}>
        {t('tools.words')}
      </p>
      {info.data ? <Tools toolchain={info.data.toolchain} /> : <RowSkeletons label={t('common:loading')} rows={3} />}
    </Section>
  );
}

function Tools({ toolchain }: { toolchain: Toolchain }) {
  return (
    <dl className={css.facts}>
      {(['ffmpeg', 'ffprobe'] as const).map((tool) => (
        <Tool key={tool} name={tool} toolchain={toolchain} />
      ))}
      {toolchain.ffmpeg && <Abilities missing={toolchain.missing} />}
    </dl>
  );
}

function Abilities({ missing }: Pick<Toolchain, 'missing'>) {
  const { t } = useTranslation('settings');
  return (
    <>
      <dt>{t('tools.abilities')}</dt>
      <dd>
        {missing.length === 0 ? (
          <StatusDot tone="green">{t('tools.complete')}</StatusDot>
        ) : (
          <ul className={css.list}>
            {missing.map((ability) => (
              <li key={ability}>
                <StatusDot tone="amber">{t('tools.missing', { ability, what: meaningOf(ability) })}</StatusDot>
              </li>
            ))}
          </ul>
        )}
      </dd>
    </>
  );
}

/** The tool in use; under it what somebody named in the environment and does not run, or, with none in use, all that was tried. */
function Tool({ name, toolchain }: { name: 'ffmpeg' | 'ffprobe'; toolchain: Toolchain }) {
  const { t } = useTranslation('settings');
  const found = toolchain[name];
  const rejected = toolchain.rejected.filter(({ tool, from }) => tool === name && (!found || from.endsWith('_BIN')));
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {found ? (
          <StatusDot tone="green">
            {t('tools.found', found)} <code className={css.muted}>{found.path}</code>
          </StatusDot>
        ) : (
          <StatusDot tone="amber">{t('tools.none')}</StatusDot>
        )}
        {rejected.map(({ path, from, why }) => (
          <p key={path} className={css.rejected} title={why}>
            <StatusDot tone="amber">
              {t('tools.rejected', { from })} <code className="any-word">{path}</code>
            </StatusDot>
          </p>
        ))}
      </dd>
    </>
  );
}

function meaningOf(ability: string): string {
  const key = `settings:tools.ability.${ability}`;
  return i18next.exists(key) ? i18next.t(key) : i18next.t('settings:tools.ability.other');
}
