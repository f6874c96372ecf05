/** The rules: what may air, by which stages, why, and what stands above everything. */
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../ui';
import { BenchPart } from './bench/BenchPart';
import { LocksPart } from './locks/LocksPart';
import { RuleTabs, usePart } from './RuleTabs';
import { RulesPart } from './rule/RulesPart';
import { StagesPart } from './stages/StagesPart';

const SHOWN = { stages: StagesPart, rules: RulesPart, bench: BenchPart, locks: LocksPart } as const;

export function RulesScreen() {
  const { t } = useTranslation('rules');
  const part = usePart();
  const navigate = useNavigate();
  useEffect(() => {
    if (part === null) void navigate({ to: '/rules', hash: 'rules', replace: true });
  }, [part, navigate]);
  const Shown = SHOWN[part ?? 'rules'];
  return (
    <Page title={t('title')} toolbar={<RuleTabs />}>
      <Shown />
    </Page>
  );
}
